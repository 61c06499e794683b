"""Run inside the new site: an administrator makes a page of every type of ours in the admin,
publishes it and looks at it. Prints one line for each page."""

import os
import sys
from typing import Any

sys.path.insert(0, os.getcwd())
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings.dev")

import django

django.setup()

from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils.text import slugify
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

OURS = ("cop_blocks", "cop_search", "cop_events", "cop_catalog")
TEXTS = {
    "summary": "What it is, in a sentence.",
    "start_date": "2026-09-01",
    "precision": "month",
    "start_month": "9",
    "start_year": "2026",
}


def administrator() -> Client:
    users = get_user_model()
    user, _made = users.objects.get_or_create(
        username="root", defaults={"is_superuser": True, "is_staff": True}
    )
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


def filled_in(html: str) -> dict[str, Any]:
    """What a browser would send if nothing were typed."""
    form = BeautifulSoup(html, "html.parser").select_one("form#page-edit-form")
    assert form is not None, "there is no form to make a page with"
    values: dict[str, Any] = {}
    for control in form.select("input[name], textarea[name], select[name]"):
        name, kind = control["name"], control.get("type", "")
        if kind in {"submit", "button", "file"} or "__prefix__" in name:
            continue
        if kind in {"checkbox", "radio"} and not control.has_attr("checked"):
            continue
        if control.name == "select":
            chosen = [option["value"] for option in control.select("option[selected]")]
            values[name] = chosen if control.has_attr("multiple") else (chosen or [""])[0]
        elif control.name == "textarea":
            values[name] = control.text.removeprefix("\n")
        else:
            values[name] = control.get("value", "")
    return values


def parent_of(model: Any, language: str) -> Page:
    for page in Page.objects.filter(depth__gt=1, locale__language_code=language).specific():
        if model.can_create_at(page):
            return page
    raise AssertionError(f"{model.__name__} can be made nowhere in {language}")


def first_term(html: str) -> dict[str, str]:
    """The first theme that the form offers, as a person would choose it."""
    form = BeautifulSoup(html, "html.parser").select_one("form#page-edit-form")
    for control in form.select("input[type=radio][name], input[type=checkbox][name]"):
        if "theme" in control["name"] and control.get("value"):
            return {control["name"]: control["value"]}
    for control in form.select("select[name]"):
        options = [option["value"] for option in control.select("option[value]")]
        if "theme" in control["name"] and any(options):
            return {control["name"]: next(option for option in options if option)}
    raise AssertionError("the form offers no theme")


def make(client: Client, model: Any, language: str) -> Page:
    meta = model._meta
    parent = parent_of(model, language)
    address = reverse("wagtailadmin_pages:add", args=(meta.app_label, meta.model_name, parent.pk))
    html = client.get(address).content.decode()
    title = f"Quail {meta.model_name} {language}"
    data = filled_in(html) | {"title": title, "action-publish": "action-publish"}
    data["slug"] = slugify(title)
    data |= {name: text for name, text in TEXTS.items() if name in data}
    for field in meta.get_fields():
        if isinstance(field, StreamField):
            data[f"{field.name}-count"] = "0"
    if meta.label == "cop_catalog.ThemePage":
        # A theme has one page: an editor who took it away makes it again.
        for page in model.objects.filter(locale__language_code=language):
            page.delete()
        data |= first_term(html)
    response = client.post(address, data, follow=True)
    page = Page.objects.filter(title=title, live=True).first()
    if page is None:
        soup = BeautifulSoup(response.content, "html.parser")
        told = [error.parent.get_text(" ", strip=True) for error in soup.select(".error-message")]
        raise AssertionError(f"{meta.label}: {told}")
    return page


def main(languages: list[str]) -> None:
    client, visitor = administrator(), Client(SERVER_NAME="localhost")
    for language in languages:
        # A home page that setup made is a draft: a person looks at it and publishes it.
        for draft in Page.objects.filter(locale__language_code=language, live=False, depth=2):
            draft.specific.save_revision().publish()
        for model in get_page_models():
            if model._meta.app_label in OURS:
                page = make(client, model, language)
                response = visitor.get(page.get_url())
                assert response.status_code == 200, (page.get_url(), response.status_code)
                shown = response.content.decode()
                assert f"<h1>{page.title}" in shown or page.title in shown, page.get_url()
                assert f'lang="{language}"' in shown, page.get_url()
                print(language, model._meta.label, page.get_url())


if __name__ == "__main__":
    main(sys.argv[1:])
