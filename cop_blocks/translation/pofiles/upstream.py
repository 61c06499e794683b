"""Where wagtail-localize makes and takes PO files."""

from collections.abc import Callable
from typing import Any

import polib
from django.http import HttpRequest, HttpResponse
from wagtail_localize.models import StringTranslation, Translation

from cop_blocks.translation.helps.stored import Key, Stored, stored
from cop_blocks.translation.pofiles import PO
from cop_blocks.translation.pofiles.export import FUZZY, export
from cop_blocks.translation.pofiles.views import UploadView
from cop_blocks.translation.seams import seam

_upload = UploadView.as_view()


@seam("wagtail_localize.models:Translation.export_po", guard=PO)
def export_po(original: Callable[..., polib.POFile], translation: Translation) -> polib.POFile:
    return export(translation)


@seam("wagtail_localize.views.edit_translation:upload_pofile", guard=PO)
def upload_pofile(
    original: Callable[..., HttpResponse], request: HttpRequest, translation_id: int
) -> HttpResponse:
    if request.method != "POST":
        return original(request, translation_id)
    response: HttpResponse = _upload(request, translation_id=translation_id)
    return getattr(response, "render", lambda: response)()


@seam("wagtail_localize.models:Translation.import_po", guard=PO)
def import_po(
    original: Callable[..., list[Any]],
    translation: Translation,
    po: polib.POFile,
    delete: bool = False,
    user: Any = None,
    translation_type: str = StringTranslation.TRANSLATION_TYPE_MANUAL,
    tool_name: str = "",
) -> list[Any]:
    """For code that imports without asking a person: what is fuzzy comes in as a machine's text,
    and none of that replaces an approved one."""
    now = stored(translation)
    approved = {key: each.text for key, each in now.items() if each.text and not each.is_machine}
    sure, fuzzy = _like(po), _like(po)
    for entry in po:
        key = (entry.msgctxt or "", entry.msgid)
        if FUZZY not in entry.flags:
            sure.append(entry)
        elif key in approved:
            # As it is stored, so that ``delete`` leaves it alone.
            sure.append(_saying(entry, approved[key]))
        else:
            fuzzy.append(entry)
    warnings = original(
        translation,
        fuzzy,
        user=user,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        tool_name=tool_name,
    )
    if delete:
        # What is fuzzy was just stored as it is; named here too, it is not deleted.
        sure.extend(fuzzy)
    _approve(now, sure, translation_type)
    return [
        *warnings,
        *original(
            translation,
            sure,
            delete=delete,
            user=user,
            translation_type=translation_type,
            tool_name=tool_name,
        ),
    ]


def _approve(now: dict[Key, Stored], sure: polib.POFile, translation_type: str) -> None:
    """A machine's text that the file has without its mark; wagtail-localize sees no difference."""
    same = [
        each.translation.pk
        for entry in sure
        if FUZZY not in entry.flags
        and (each := now.get((entry.msgctxt or "", entry.msgid))) is not None
        and each.translation is not None
        and each.is_machine
        and each.text == entry.msgstr
    ]
    StringTranslation.objects.filter(pk__in=same).update(translation_type=translation_type)


def _like(po: polib.POFile) -> polib.POFile:
    empty = polib.POFile(wrapwidth=po.wrapwidth)
    empty.metadata = po.metadata
    return empty


def _saying(entry: polib.POEntry, text: str) -> polib.POEntry:
    return polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=text)
