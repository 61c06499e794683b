"""The pictures of the handbook for editors and translators (``make handbook``)."""
