"""A small site of information pages in Dutch and English, made as an editor's code would."""

from typing import Any

from django.core.files.base import ContentFile
from django.test import RequestFactory
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, PageViewRestriction, Site

from cop_blocks.models import InformationPage, SiteSettings


def locale(language: str) -> Any:
    return Locale.objects.get_or_create(language_code=language)[0]


def home() -> Any:
    """The Dutch home page, root of the default site; made once."""
    if known := InformationPage.objects.filter(slug="thuis", depth=2).first():
        return known
    for language in ("nl", "en"):
        locale(language)
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale("nl"))
    )
    page = InformationPage(title="Thuis", slug="thuis", locale=locale("nl"))
    root.add_child(instance=page)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": page}
    )
    return fresh(page)


def page_below(parent: Any, title: str = "Pagina", **fields: Any) -> Any:
    """A live page in the language of its parent; ``live=False`` for a draft."""
    page = InformationPage(**{"title": title, "locale": parent.locale, **fields})
    parent.add_child(instance=page)
    return fresh(page)


def translated(page: Any, language: str = "en", *, live: bool = True, **fields: Any) -> Any:
    """``page`` in another language; its parent must be there in that language already."""
    copy = page.copy_for_translation(locale(language))
    for name, value in {"title": f"{page.title} ({language})", **fields}.items():
        setattr(copy, name, value)
    if live:
        copy.save_revision().publish()
    else:
        copy.save()
    Site.clear_site_root_paths_cache()
    return fresh(copy)


def made_private(page: Any) -> Any:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def site_settings(**fields: Any) -> SiteSettings:
    setting: SiteSettings = SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True), **fields
    )
    return setting


def image(title: str = "Foto", size: tuple[int, int] = (640, 480)) -> Any:
    return get_image_model().objects.create(
        title=title, file=get_test_image_file(size=size), collection=collection()
    )


def document(title: str = "Verslag", size: int = 2048) -> Any:
    file = ContentFile(b"x" * size, name="verslag.pdf")
    return get_document_model().objects.create(title=title, file=file, collection=collection())


def collection() -> Any:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


def fresh(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def request_for(path: str = "/nl/") -> Any:
    return RequestFactory().get(path, headers={"host": "localhost"})
