from tests.blocks.terms.conftest import editor, english, home

__all__ = ["editor", "english", "home"]
