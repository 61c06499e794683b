"""Copying a session to next year: what was of that one day stays behind."""
