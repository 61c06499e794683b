"""A PO file as somebody sent it: anything at all, until it was read."""

import codecs
import logging
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cop_blocks.translation.pofiles.export import TRANSLATION_ID

logger = logging.getLogger(__name__)

#: A page has some tens of kilobytes of text.
MOST_BYTES = 1_000_000
_CHARSET = re.compile(rb"charset=([\w.:-]+)")
#: Python knows many more, some of which take a minute for a megabyte, or are no writing at all.
_ENCODINGS = re.compile(r"utf-8|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-\w+")
_LINE = re.compile(r"line (\d+)")


class Unreadable(Exception):
    """Why not, in the words of the person."""


def text_of(content: bytes) -> str:
    """Raises ``Unreadable`` where it is too long, or no text."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("This file is too large: a PO file of one page has at most 1 MB."))
    if not content.strip():
        raise Unreadable(_("This file is empty."))
    if b"\0" in content:
        raise Unreadable(
            _("This file holds bytes that no text has. Save it as a PO file in UTF-8.")
        )
    declared = _CHARSET.search(content[:4096])
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        encoding = codecs.lookup(name).name
        if not _ENCODINGS.fullmatch(encoding):
            raise LookupError(encoding)
        text = content.removeprefix(codecs.BOM_UTF8).decode(encoding)
    except (LookupError, UnicodeError) as problem:
        raise Unreadable(
            _("This file cannot be read as %(encoding)s, in which it says it is. Save it in UTF-8.")
            % {"encoding": name}
        ) from problem
    return text


def read(text: str, translation: Translation) -> polib.POFile:
    """Raises ``Unreadable`` where it is no PO file, or not one of this translation."""
    po = parsed(text)
    if not po.metadata:
        raise Unreadable(
            _("This file has no header. Download the PO file anew and translate in that.")
        )
    belongs_to = po.metadata.get(TRANSLATION_ID)
    if not belongs_to:
        raise Unreadable(
            _(
                "This file does not say which translation it belongs to: the line “%(header)s” of "
                "its header is missing. Download the PO file anew and translate in that."
            )
            % {"header": TRANSLATION_ID}
        )
    if belongs_to.strip() != str(translation.uuid):
        raise Unreadable(_("This file belongs to another page or to another language."))
    language = po.metadata.get("Language", "").strip()
    if language and _base(language) != _base(translation.target_locale.language_code):
        raise Unreadable(
            _("This file is in the language “%(found)s”; here it has to be “%(wanted)s”.")
            % {"found": language[:20], "wanted": translation.target_locale.language_code}
        )
    return po


def parsed(text: str) -> polib.POFile:
    # polib takes a path or a text, and reads a file where the text happens to be a path.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "upload.po"
        try:
            path.write_text(text, encoding="utf-8")
            return polib.pofile(str(path), encoding="utf-8", wrapwidth=200)
        except Exception as problem:  # whatever its parser stumbles over
            logger.info("A PO file could not be read: %r", problem)
            line = _LINE.search(str(problem))
            raise Unreadable(
                _("This is no PO file that can be read: see line %(line)s.") % {"line": line[1]}
                if line
                else _("This is no PO file.")
            ) from problem


def _base(language: str) -> str:
    return re.split(r"[-_.@]", language)[0].casefold()
