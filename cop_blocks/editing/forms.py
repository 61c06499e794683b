"""The edit form of a page type of ours that holds text alone."""

from wagtail.admin.forms import WagtailAdminPageForm

from cop_blocks.editing.errors import PlainErrorsMixin


class CopPageForm(PlainErrorsMixin, WagtailAdminPageForm):
    """A form whose errors say what to do; pages with facts have ``FactsPageForm``."""
