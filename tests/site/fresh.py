"""A site as Wagtail leaves it after ``migrate``, with or without a home page of its own."""

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Collection, Locale, Page, Site

from cop_site.models import HomePage


def welcome(language: str = "nl") -> Any:
    """The site with Wagtail's welcome page."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    Page.objects.filter(depth__gt=1).delete()
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    root = Page.objects.get(pk=root.pk)
    page = root.add_child(instance=Page(title="Welcome", slug="home", locale=locale))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    return page


def home(language: str = "nl") -> Any:
    """The site with a home page of its own."""
    root = welcome(language).get_parent()
    page = HomePage(title="Thuis", slug="thuis", locale=Locale.objects.get(language_code=language))
    root.add_child(instance=page)
    Site.objects.update(root_page=page)
    return page


def translated(page: Any, language: str = "en") -> Any:
    """A live translation of ``page``."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    translation = page.copy_for_translation(locale).specific
    translation.save_revision().publish()
    translation.refresh_from_db()
    return translation


def member(*groups: Any) -> Any:
    """A user in these groups, and with no right of their own."""
    user = get_user_model().objects.create_user(f"user-{groups[0].pk}")
    user.groups.set(groups)
    # Permissions are cached on the object that was asked before.
    return get_user_model().objects.get(pk=user.pk)
