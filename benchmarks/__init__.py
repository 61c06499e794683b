"""How long pages take; nothing in the tests decides on a time."""
