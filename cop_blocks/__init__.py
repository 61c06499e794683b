"""The shared building blocks of wagtail-cop."""
