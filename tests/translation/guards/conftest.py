"""One offer with two steps and a paragraph, submitted for English."""

from typing import Any

import pytest
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.blocks.facts.factories import home, locale, make_offer


@pytest.fixture
def offer(db: Any) -> Any:
    home("en")
    return make_offer(summary="Geld erbij", body="<p>Eerste</p><p>Tweede <b>zin</b></p>")


@pytest.fixture
def translation(offer: Any) -> Any:
    """English is a draft, and nothing is typed yet."""
    translate_object(offer, [locale("en")])
    return Translation.objects.get(source__object_id=offer.translation_key)
