"""Everything that is known to help with each text of a translation."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.crypto import salted_hmac
from wagtail_localize.models import StringTranslation, Translation

from cop_blocks.translation.freshness.previous import Previous
from cop_blocks.translation.helps.comparing import Difference, differences
from cop_blocks.translation.helps.glossary import Glossary, Known
from cop_blocks.translation.helps.places import place
from cop_blocks.translation.helps.stored import Stored, stored
from cop_blocks.translation.memory import Elsewhere, elsewhere


@dataclass(frozen=True)
class Helped:
    """One text, with what is known of it."""

    stored: Stored
    place: str
    elsewhere: list[Elsewhere]
    terms: list[Known]

    @property
    def segment(self) -> int:
        return int(self.stored.segment.pk)

    @property
    def source(self) -> str:
        return str(self.stored.segment.string.data)

    @property
    def text(self) -> str:
        return self.stored.text

    @property
    def previous(self) -> Previous | None:
        return self.stored.previous

    @property
    def tool(self) -> str:
        return self.stored.translation.tool_name if self.stored.translation else ""

    @property
    def waits(self) -> bool:
        """For a person's word. What was refused with an error has to be corrected first."""
        row = self.stored.translation
        return self.stored.is_machine and row is not None and bool(row.data) and not row.has_error

    @property
    def has_error(self) -> bool:
        row = self.stored.translation
        return row is not None and row.has_error

    @cached_property
    def differences(self) -> list[Difference]:
        return differences(self.source, self.text) if self.text else []

    @property
    def seen(self) -> str:
        """What the button of this text stands for: this translation, as it was shown."""
        row = self.stored.translation
        return sign(row) if row is not None else ""

    @property
    def is_helped(self) -> bool:
        known = self.previous or self.elsewhere or self.terms
        return bool(known or self.waits or self.has_error or self.differences)


def sign(row: StringTranslation) -> str:
    digest = salted_hmac("cop_translation.seen", f"{row.pk} {row.data}").hexdigest()[:20]
    return f"{row.pk}-{digest}"


def gather(translation: Translation, user: Any) -> list[Helped]:
    """In the order of the page. The same few statements for any number of texts."""
    texts = list(stored(translation).values())
    model = translation.source.specific_content_type.model_class()
    others = elsewhere(translation, user, [each.segment for each in texts])
    glossary = Glossary(
        translation.source.locale.language_code, translation.target_locale.language_code
    )
    return [
        Helped(
            stored=each,
            place=place(model, each.segment.context),
            # What says the same helps nobody.
            elsewhere=[
                other for other in others.get(each.segment.pk, ()) if other.text != each.text
            ],
            terms=glossary.terms_in(each.segment.string.data),
        )
        for each in texts
    ]
