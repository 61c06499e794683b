"""For a site that stops: take the content along, take ours out of the host's pages, delete ours."""

from cop_blocks.leaving.ours import register_deletion, register_export

__all__ = ["register_deletion", "register_export"]
