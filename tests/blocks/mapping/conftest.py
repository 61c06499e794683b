"""The fixtures of terms serve here too."""

from tests.blocks.terms.conftest import editor, english, home, theme

__all__ = ["editor", "english", "home", "theme"]
