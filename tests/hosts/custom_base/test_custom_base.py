"""A host with a base page of its own: our page types stand on it."""

from django.apps import apps

from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK, Page
from cop_events.models import SessionPage


def test_our_pages_stand_on_the_hosts_base_page() -> None:
    assert (PAGE_MODEL, PARENT_LINK) == ("basepage.BasePage", "basepage_ptr")
    assert Page is apps.get_model("basepage.BasePage")
    assert SessionPage._meta.pk.remote_field.model is Page


def test_pages_are_translated_without_wagtail_localize(home: object) -> None:
    from wagtail.models import Locale

    from tests.hosts.test_every_host import make

    english = Locale.objects.create(language_code="en")
    home.copy_for_translation(english)
    series = make(apps.get_model("cop_events.SessionIndexPage"), "Reeks")
    session = make(SessionPage, "Sessie")
    series.copy_for_translation(english)
    translation = session.copy_for_translation(english)
    session.refresh_from_db()
    session.start_date = session.start_date.replace(month=10)
    session.save_revision().publish()
    translation.refresh_from_db()
    assert translation.start_date.month == 10
