"""How the search is: a page in the admin, and what it tells."""
