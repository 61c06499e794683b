"""The admin as an editor meets it: open a form, fill it in, send it."""

from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile

FORM_ID = "page-edit-form"

#: What an empty form sends, by its type and language: drawing one takes a second.
_empty_forms: dict[tuple[str, str], Any] = {}


class Editor:
    """Somebody who may do everything, with the admin in a language of their own."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        user = User.objects.filter(username=language).first()
        if user is None:
            user = User.objects.create_superuser(language, "editor@example.org", "x")
            UserProfile.objects.create(user=user, preferred_language=language)
        self.client = Client()
        self.client.force_login(user)

    def add_url(self, parent: Any, model: str = "sessionpage") -> str:
        return reverse("wagtailadmin_pages:add", args=["cop_events", model, parent.pk])

    def edit_url(self, page: Any) -> str:
        return reverse("wagtailadmin_pages:edit", args=[page.pk])

    def open(self, url: str) -> Any:
        response = self.client.get(url)
        assert response.status_code == 200, response
        return soup_of(response)

    def fill_in(self, url: str, changes: dict[str, Any]) -> Any:
        """What the browser would send: the form as it is shown, with changes."""
        key = (url.rpartition("/add/")[2].rpartition("/")[0].rpartition("/")[0], self.language)
        if "/add/" not in url:
            data = self._read(url)
        else:
            if key not in _empty_forms:
                _empty_forms[key] = self._read(url)
            data = _empty_forms[key].copy()
        for name, value in changes.items():
            data[name] = value
        return data

    def _read(self, url: str) -> Any:
        data = querydict_from_html(str(self.open(url)), form_id=FORM_ID)
        # Bodies are drawn by JavaScript; here they are sent empty.
        data["body-count"] = data["report-count"] = "0"
        return data

    def send(self, url: str, changes: dict[str, Any], *, publish: bool = False) -> Any:
        data = self.fill_in(url, changes)
        if publish:
            data["action-publish"] = "action-publish"
        return self.client.post(url, data)


def soup_of(response: Any) -> Any:
    """The answer as a tree to ask; untyped, for a test that asks for what is not there fails."""
    return soup(response.content)


def soup(html: str | bytes) -> Any:
    """The same for a piece of HTML."""
    return BeautifulSoup(html, "html.parser")


def errors(response: Any, language: str = "en") -> dict[str, list[str]]:
    """The errors of the answered form, by field; empty where it was accepted."""
    if response.status_code == 302:
        return {}
    form = response.context["form"]
    found = {}
    with override(language):
        for name, messages in form.errors.items():
            found[name] = [str(message) for message in messages]
        for relation, formset in form.formsets.items():
            for number, row in enumerate(formset.errors):
                for name, messages in row.items():
                    found[f"{relation}.{number}.{name}"] = [str(m) for m in messages]
    return found


def shown_errors(response: Any) -> dict[str, str]:
    """The messages as they stand on the form: id of the field -> what is said there."""
    soup = soup_of(response)
    found = {}
    for message in soup.select(".w-field__errors"):
        field = message.get("id") or ""
        if text := message.get_text(" ", strip=True):
            found[field] = text
    return found
