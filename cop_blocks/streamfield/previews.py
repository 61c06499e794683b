"""What the block picker shows of blocks that live on other things: the newest that the site has."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cop_blocks.base_page import Page
from cop_blocks.languages import active_language
from cop_blocks.visibility import is_public


def newest_image() -> Any | None:
    """With its own description; ``None`` where the site has no image yet."""
    image = get_image_model().objects.order_by("-pk").first()
    if image is not None:
        image.decorative = False
        image.contextual_alt_text = image.default_alt_text
    return image


def newest_documents(number: int) -> list[Any]:
    return list(get_document_model().objects.order_by("-pk")[:number])


def newest_pages(number: int) -> list[Any]:
    """Live, public pages in the editor's language."""
    pages = Page.objects.live().filter(is_public(), depth__gt=2)
    own = pages.filter(locale__language_code=active_language())
    return list(own.order_by("-first_published_at", "-pk")[:number])


def example_person() -> Any:
    """Nobody: a preview shows no real person's address."""
    from cop_blocks.models import Person, PersonText

    person = Person(name=_("Sanne Example"), email="sanne@example.org", phone="010 123 45 67")
    person.texts = [PersonText(language=active_language(), job_title=_("Adviser"))]
    return person
