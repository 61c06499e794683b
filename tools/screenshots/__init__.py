"""Pictures of every page type, in every width, scheme and language (``make screenshots``)."""
