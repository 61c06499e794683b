from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cop_site.demo import pictures
from cop_site.demo.content.both import Both
from cop_site.demo.content.people import PEOPLE
from cop_site.demo.fill.author import Author
from cop_site.demo.papers import paper

#: Not everybody has a portrait: their initials stand in its place.
WITHOUT_PORTRAIT = {"baker", "coach"}


def add_pictures(author: Author) -> None:
    for number, person in enumerate(PEOPLE):
        if person.key in WITHOUT_PORTRAIT:
            continue
        author.pictures[person.key] = _image(person.name, pictures.portrait(number))


def logo_of(name: str, number: int) -> Any:
    """A drawn sign, to be the logo of an invented organisation."""
    return _image(name, pictures.logo(number))


def add_document(title: Both, name: str) -> Any:
    """A paper with both languages on it: a material is the same file for every reader."""
    content = paper([title.nl, "Verzonnen voorbeeld.", "", title.en, "Invented example."])
    return get_document_model().objects.create(
        title=title.nl,
        file=ContentFile(content, name=f"{name}.pdf"),
        file_size=len(content),
    )


def _image(title: str, content: bytes) -> Any:
    return get_image_model().objects.create(
        title=title, file=ContentFile(content, name=f"{title}.png")
    )
