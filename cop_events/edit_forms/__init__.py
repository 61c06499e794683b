"""The edit form of a session: its tabs, and what it checks."""
