"""The translation memory: how the same text was translated elsewhere."""

from cop_blocks.translation.memory.elsewhere import Elsewhere, elsewhere, remembered

__all__ = ["Elsewhere", "elsewhere", "remembered"]
