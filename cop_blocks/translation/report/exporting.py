"""The columns of the spreadsheet."""

from django.utils.translation import gettext_lazy as _

from cop_blocks.listings.export import Exported

EXPORTED = (
    Exported("title", _("Title"), lambda row: row.title),
    Exported("type", _("Type"), lambda row: row.kind),
    Exported("from", _("From"), lambda row: row.origin.language_code),
    Exported("into", _("Into"), lambda row: row.language.language_code),
    Exported("state", _("State"), lambda row: str(row.state.label)),
    Exported("progress", _("Progress (%)"), lambda row: row.progress),
    Exported("words", _("Words to do"), lambda row: "" if row.words is None else row.words),
    Exported("live", _("Visitors read it"), lambda row: row.is_live),
    Exported("since", _("Since"), lambda row: row.since),
)
