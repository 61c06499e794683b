"""The index after whatever Wagtail can do to a page, and after what a page only names changed."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.documents import get_document_model
from wagtail.models import Collection, Locale, Page, PageViewRestriction

from cop_blocks.models import InformationPage, Organisation, Person
from cop_blocks.terms.merging import merge_terms
from cop_catalog.models import InitiativeIndexPage, InitiativeOrganisation, InitiativePage
from cop_search import outbox
from cop_search.models import Document
from tests.search import factories
from tests.search.factories import page


@pytest.fixture
def admin(client, site):
    user = get_user_model().objects.create_superuser("admin", "admin@example.org", "secret")
    client.force_login(user)
    return client


def bulk(admin, action, *pages, **data):
    """A bulk action of the admin's listing, confirmed."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={each.pk}" for each in pages)
    response = admin.post(f"{address}?{ids}", data)
    assert response.status_code == 302, response.content.decode()


def test_pages_published_and_expired_by_the_schedule_come_and_go(site, indexed):
    now = timezone.now()
    planned = page(site.home, "Gepland", live=False)
    planned.go_live_at = now + timedelta(hours=1)
    planned.save_revision().publish()
    ends = page(site.home, "Tijdelijk")
    ends.expire_at = now + timedelta(hours=1)
    ends.save_revision().publish()
    assert indexed() == ["Home", "Thuis", "Tijdelijk"]
    later = now - timedelta(hours=1)
    for made in (planned, ends):
        revision = made.revisions.get()
        revision.content = {
            **revision.content,
            "go_live_at": revision.content["go_live_at"] and later.isoformat(),
            "expire_at": revision.content["expire_at"] and later.isoformat(),
        }
        revision.approved_go_live_at = revision.approved_go_live_at and later
        revision.save()
    Page.objects.filter(pk=ends.pk).update(expire_at=later)
    call_command("publish_scheduled")
    assert indexed() == ["Gepland", "Home", "Thuis"]


def test_pages_chosen_in_the_listing_and_changed_at_once_follow(site, admin, indexed):
    parent = page(site.home, "Map")
    first, second = page(site.home, "Een"), page(site.home, "Twee")
    bulk(admin, "unpublish", first, second)
    assert indexed() == ["Home", "Map", "Thuis"]
    bulk(admin, "publish", first, second)
    assert indexed() == ["Een", "Home", "Map", "Thuis", "Twee"]
    bulk(admin, "move", first, second, chooser=parent.pk)
    assert indexed() == ["Een", "Home", "Map", "Thuis", "Twee"]
    assert Document.objects.get(page_id=first.pk).url == "/nl/map/een/"
    bulk(admin, "delete", first, second)
    assert indexed() == ["Home", "Map", "Thuis"]


def test_a_copied_branch_is_there_as_far_as_it_is_live(site, indexed):
    parent = page(site.home, "Map")
    page(parent, "Kind")
    drafts = {"title": "Concepten", "slug": "concepten"}
    Page.objects.get(pk=parent.pk).specific.copy(
        recursive=True, keep_live=False, update_attrs=drafts
    )
    assert indexed() == ["Home", "Kind", "Map", "Thuis"]
    Page.objects.get(pk=parent.pk).specific.copy(
        recursive=True, update_attrs={"title": "Kopie", "slug": "kopie"}
    )
    assert indexed() == ["Home", "Kind", "Kind", "Kopie", "Map", "Thuis"]


def test_an_alias_that_became_a_page_of_its_own_is_there(site, indexed):
    made = page(site.home, "Origineel")
    alias = made.create_alias(parent=Page.objects.get(pk=site.home.pk), update_slug="kopie")
    assert indexed() == ["Home", "Origineel", "Thuis"]
    ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
    assert indexed() == ["Home", "Origineel", "Origineel", "Thuis"]


def test_a_translation_is_there_when_it_is_published_and_never_as_a_synchronised_copy(
    site, indexed
):
    made = page(site.home, "Regeling")
    english = Locale.objects.get(language_code="en")
    copy = made.copy_for_translation(english, alias=True)
    assert indexed() == ["Home", "Regeling", "Thuis"]
    copy.delete()
    copy = made.copy_for_translation(english)
    copy.title = "Scheme"
    revision = copy.save_revision()
    assert indexed() == ["Home", "Regeling", "Thuis"]
    revision.publish()
    assert indexed() == ["Home", "Regeling", "Scheme", "Thuis"]


def test_facts_that_follow_to_a_translation_are_found_there(site):
    made = factories.offer(site.home, "Lening", closes_on=date(2026, 9, 1))
    copy = made.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.title = "Loan"
    copy.save_revision().publish()
    made = type(made).objects.get(pk=made.pk)
    made.cop_term_rows = factories.rows(["theme.circular"])
    made.save_revision().publish()
    outbox.work_off()
    assert Document.objects.get(page_id=copy.pk).terms == {"theme": ["circular"]}


def test_a_restriction_that_changes_its_kind_or_its_page_follows(site, indexed):
    first, second = page(site.home, "Een"), page(site.home, "Twee")
    restriction = factories.make_private(first)
    assert indexed() == ["Home", "Thuis", "Twee"]
    restriction.restriction_type = PageViewRestriction.PASSWORD
    restriction.password = "secret"  # noqa: S105
    restriction.save()
    assert indexed() == ["Home", "Thuis", "Twee"]
    restriction.page = Page.objects.get(pk=second.pk)
    restriction.save()
    assert indexed() == ["Een", "Home", "Thuis"]


def test_a_locale_that_got_another_code_takes_its_pages_along(site, found):
    page(site.english, "Loan")
    assert found("loan", locale="en") == ["Loan"]
    english = Locale.objects.get(language_code="en")
    english.language_code = "en-gb"
    english.save()
    outbox.work_off()
    assert not Document.objects.filter(locale="en").exists()


def test_merged_terms_are_filtered_by_the_one_that_stays(site, found):
    page(site.home, "Regeling", terms=["theme.circular"])
    page(site.home, "Allebei", terms=["theme.circular", "theme.digitalisation"])
    outbox.work_off()
    merge_terms(factories.term("theme.circular"), factories.term("theme.digitalisation"))
    assert found(filters={"theme": ("digitalisation",)}) == ["Allebei", "Regeling"]
    assert Document.objects.get(title="Allebei").terms == {"theme": ["digitalisation"]}


def initiative(site, title, **fields):
    parent = Page.objects.type(InitiativeIndexPage).first() or page(
        site.home, "Aanbod", model=InitiativeIndexPage
    )
    return page(parent, title, model=InitiativePage, summary="Geld.", **fields)


def test_a_row_that_is_saved_or_deleted_without_its_page_follows(site, found):
    bank = Organisation.objects.create(name="Bakkersbank")
    made = initiative(site, "Lening")
    assert found("bakkersbank") == []
    row = InitiativeOrganisation.objects.create(initiative=made, organisation=bank)
    assert found("bakkersbank") == ["Lening"]
    row.delete()
    assert found("bakkersbank") == []


@pytest.mark.wagtail_indexes
@pytest.mark.django_db(transaction=True)
class TestWhatAPageNames:
    """By Wagtail's own books of who refers to what, which follow after a commit."""

    @pytest.fixture(autouse=True)
    def a_site(self, site):
        Collection.get_first_root_node() or Collection.add_root(name="Root")

    def contact(self, site, person):
        body = [("contact_person", {"person": person, "about": ""})]
        return page(site.home, "Contact", body=body)

    def test_a_person_renamed_or_deleted(self, site, found):
        person = Person.objects.create(name="Anna Jansen")
        self.contact(site, person)
        assert found("jansen") == ["Contact"]
        person.name = "Anna Vries"
        person.save()
        assert (found("jansen"), found("vries")) == ([], ["Contact"])
        person.delete()
        assert found("vries") == []

    def test_an_organisation_deleted(self, site, found):
        bank = Organisation.objects.create(name="Bakkersbank")
        initiative(site, "Lening", organisation_rows=[InitiativeOrganisation(organisation=bank)])
        assert found("bakkersbank") == ["Lening"]
        bank.delete()
        assert found("bakkersbank") == []

    def test_a_document_renamed_and_deleted(self, site, found):
        leaflet = get_document_model().objects.create(
            title="Folder", file=ContentFile(b"x", name="x.pdf")
        )
        body = [("documents", {"items": [{"document": leaflet, "title": ""}]})]
        page(site.home, "Downloads", body=body)
        assert found("folder") == ["Downloads"]
        leaflet.title = "Brochure"
        leaflet.save()
        assert (found("folder"), found("brochure")) == ([], ["Downloads"])
        leaflet.delete()
        assert found("brochure") == []


def test_a_page_that_only_its_type_knows_how_to_save_is_read_by_its_type(site, found):
    """Code that has the base page in hand changes the page all the same."""
    made = page(site.home, "Regeling", introduction="Voor bakkers.")
    base = Page.objects.get(pk=made.pk)
    base.title = "Anders"
    base.save()
    assert found("anders bakkers") == ["Anders"]
    assert InformationPage.objects.get(pk=made.pk).title == "Anders"
