"""What stands in a draft for a changed text until that is translated: its old translation."""

from typing import Any

from bs4 import BeautifulSoup
from django.db.models import Exists
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue, extract_ids

from cop_blocks.translation.freshness import FRESHNESS
from cop_blocks.translation.freshness.previous import translations_of_rows
from cop_blocks.translation.models import PreviousTranslation
from cop_blocks.translation.seams import seam


@seam("wagtail_localize.models:TranslationSource._get_segments_for_translation", guard=FRESHNESS)
def fall_back_to_the_old_translation(
    original: Any, self: TranslationSource, locale: Locale, fallback: bool = False
) -> list[Any]:
    """Where wagtail-localize puts the text of the source. It counts as unfinished all the same."""
    segments: list[Any] = original(self, locale, fallback=fallback)
    if not fallback:
        return segments
    rows = PreviousTranslation.objects.filter(
        ~Exists(translations_of_rows()), translation__source=self, translation__target_locale=locale
    )
    old = {
        (path, data): translation
        for path, data, translation in rows.values_list(
            "context__path", "string__data", "old_translation"
        )
    }
    for segment in segments if old else ():
        if isinstance(segment, StringSegmentValue):
            found = old.get((segment.path, segment.string.data))
            if found is not None:
                segment.string = StringValue(with_links_of(segment.string.data, found))
    return segments


def with_links_of(source: str, translation: str) -> str:
    """The translation without the links that are not in this text: they have no address there."""
    gone = extract_ids(translation) - extract_ids(source)
    if not gone:
        return translation
    soup = BeautifulSoup(translation, "html.parser")
    for link in soup.find_all("a", id=list(gone)):
        link.unwrap()
    return str(soup)
