"""What is kept beside wagtail-localize's own tables."""
