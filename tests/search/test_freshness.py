"""Which changes reach the index, and that they are there right after the commit."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import serializers
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, ReferenceIndex, Site

from cop_blocks import finding
from cop_blocks.finding import Kind, PageEntry
from cop_blocks.models import InformationPage, Organisation, Person
from cop_search import index, outbox
from cop_search.models import Document, Outbox, SearchPage
from cop_search.setup import fill_index
from tests.hosts.hostpages.models import NotePage
from tests.search import factories
from tests.search.factories import page


def test_a_new_page_is_found_after_the_commit(site, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page(site.home, "Nieuw")
        assert not Document.objects.filter(title="Nieuw").exists()
    assert Document.objects.filter(title="Nieuw").exists()
    assert not Outbox.objects.exists()


def test_a_page_saved_many_times_is_indexed_once(
    site, django_capture_on_commit_callbacks, monkeypatch
):
    read = []
    really = index.read
    monkeypatch.setattr(index, "read", lambda ids: read.append(list(ids)) or really(ids))
    with django_capture_on_commit_callbacks(execute=True):
        made = page(site.home, "Nieuw", terms=["theme.circular", "support.loan"])
        for number in range(3):
            made.title = f"Nieuw {number}"
            made.save()
        assert list(Outbox.objects.values_list("page_id", flat=True)) == [made.pk]
    assert read == [[made.pk]]
    assert Document.objects.filter(title="Nieuw 2").exists()


def test_a_page_saved_again_after_a_savepoint_was_rolled_back_is_still_indexed(
    site, django_capture_on_commit_callbacks
):
    made = page(site.home, "Eerst")
    outbox.work_off()
    with django_capture_on_commit_callbacks(execute=True):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            made.title = "Teruggedraaid"
            made.save()
            raise ZeroDivisionError
        made.title = "Daarna"
        made.save()
    assert Document.objects.get(page_id=made.pk).title == "Daarna"


def test_a_page_saved_after_it_was_worked_off_in_the_same_transaction_is_indexed_again(
    site, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        made = page(site.home, "Eerst")
        outbox.work_off()
        assert Document.objects.get(page_id=made.pk).title == "Eerst"
        made.title = "Daarna"
        made.save()
    assert Document.objects.get(page_id=made.pk).title == "Daarna"


def test_many_pages_changed_at_once_are_worked_off_once(
    site, django_capture_on_commit_callbacks, monkeypatch
):
    chunks = []
    really = index.refresh
    monkeypatch.setattr(index, "refresh", lambda ids: chunks.append(len(ids)) or really(ids))
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(5):
            page(site.home, f"Nieuw {number}")
    assert chunks == [5]


def test_private_pages_go_before_all_that_waits(site, monkeypatch):
    """A long queue is worked off in chunks: what may not be seen is not among the last."""
    parent = page(site.home, "Map")
    for number in range(4):
        page(parent, f"Kind {number}")
    outbox.work_off()
    monkeypatch.setattr(index, "CHUNK", 2)
    factories.make_private(parent)
    monkeypatch.setattr(index, "refresh", lambda ids: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        outbox.work_off()
    assert sorted(Document.objects.values_list("title", flat=True)) == ["Home", "Thuis"]


def test_a_page_saved_without_a_change_is_not_written_again(site, monkeypatch):
    made = page(site.home, "Zelfde")
    outbox.work_off()
    monkeypatch.setattr(index, "get_engine", lambda: pytest.fail("written without need"))
    made.save()
    outbox.work_off()


def test_what_is_rolled_back_was_never_there(site, indexed):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        page(site.home, "Teruggedraaid")
        raise ZeroDivisionError
    assert indexed() == ["Home", "Thuis"]


def test_a_draft_changes_nothing(site, indexed, found):
    made = page(site.home, "Openbaar")
    made.title = "Concept"
    made.save_revision()
    assert indexed() == ["Home", "Openbaar", "Thuis"]
    made.save_revision().publish()
    assert indexed() == ["Concept", "Home", "Thuis"]
    assert found("concept") == ["Concept"]


def test_a_page_that_never_was_live_is_not_there(site, indexed):
    page(site.home, "Concept", live=False)
    assert indexed() == ["Home", "Thuis"]


def test_unpublished_and_deleted_pages_go(site, indexed):
    gone, down = page(site.home, "Weg"), page(site.home, "Offline")
    assert indexed() == ["Home", "Offline", "Thuis", "Weg"]
    gone.delete()
    down.unpublish()
    assert indexed() == ["Home", "Thuis"]


def test_what_lies_below_a_deleted_page_goes_with_it(site, indexed):
    parent = page(site.home, "Map")
    page(page(parent, "Kind"), "Kleinkind")
    assert indexed() == ["Home", "Kind", "Kleinkind", "Map", "Thuis"]
    Page.objects.get(pk=parent.pk).delete()
    assert indexed() == ["Home", "Thuis"]


def test_a_private_page_and_all_below_it_go_and_come_back(site, indexed):
    parent = page(site.home, "Map")
    page(page(parent, "Kind"), "Kleinkind")
    assert indexed() == ["Home", "Kind", "Kleinkind", "Map", "Thuis"]
    restriction = factories.make_private(parent)
    assert indexed() == ["Home", "Thuis"]
    restriction.delete()
    assert indexed() == ["Home", "Kind", "Kleinkind", "Map", "Thuis"]


def test_a_page_private_in_one_language_may_be_public_in_another(site, indexed):
    made = page(site.home, "Regeling")
    copy = made.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.title = "Scheme"
    copy.save_revision().publish()
    factories.make_private(made)
    assert indexed() == ["Home", "Scheme", "Thuis"]


def test_a_page_moved_under_a_private_one_goes_with_all_below_it(site, indexed):
    private = page(site.home, "Besloten")
    factories.make_private(private)
    parent = page(site.home, "Map")
    page(parent, "Kind")
    assert indexed() == ["Home", "Kind", "Map", "Thuis"]
    Page.objects.get(pk=parent.pk).move(Page.objects.get(pk=private.pk), pos="last-child")
    assert indexed() == ["Home", "Thuis"]
    Page.objects.get(pk=parent.pk).move(Page.objects.get(pk=site.home.pk), pos="last-child")
    assert indexed() == ["Home", "Kind", "Map", "Thuis"]


def test_a_move_is_in_the_outbox_before_its_own_transaction_ends(site, monkeypatch):
    """Wagtail sends ``post_page_move`` after it: a crash in between must lose nothing."""
    parent, target = page(site.home, "Map"), page(site.home, "Doel")
    child = page(parent, "Kind")
    outbox.work_off()
    seen = []

    def after_paths(self, *args):
        seen.extend(Outbox.objects.values_list("page_id", flat=True))

    monkeypatch.setattr(Page, "_update_descendant_url_paths", after_paths)
    Page.objects.get(pk=parent.pk).move(Page.objects.get(pk=target.pk), pos="last-child")
    assert {parent.pk, child.pk} <= set(seen)


def test_addresses_follow_a_move_and_a_new_slug(site):
    parent, target = page(site.home, "Map"), page(site.home, "Doel")
    child = page(page(parent, "Kind"), "Kleinkind")
    outbox.work_off()

    def address():
        outbox.work_off()
        return Document.objects.get(page_id=child.pk).url

    assert address() == "/nl/map/kind/kleinkind/"
    parent.slug = "mappen"
    parent.save()
    assert address() == "/nl/mappen/kind/kleinkind/"
    Page.objects.get(pk=parent.pk).move(Page.objects.get(pk=target.pk), pos="last-child")
    assert address() == "/nl/doel/mappen/kind/kleinkind/"


def test_the_new_slug_of_a_draft_moves_what_is_live_below_it(site):
    parent = page(site.home, "Map", live=False)
    child = page(parent, "Kind")
    outbox.work_off()
    parent.slug = "mappen"
    parent.save()
    outbox.work_off()
    assert Document.objects.get(page_id=child.pk).url == "/nl/mappen/kind/"


def test_aliases_are_not_there_until_they_are_pages_of_their_own(site, indexed):
    made = page(site.home, "Origineel")
    alias = made.create_alias(parent=Page.objects.get(pk=site.home.pk), update_slug="kopie")
    assert indexed() == ["Home", "Origineel", "Thuis"]
    Page.objects.filter(pk=alias.pk).update(alias_of=None)
    InformationPage.objects.get(pk=alias.pk).save()
    assert indexed() == ["Home", "Origineel", "Origineel", "Thuis"]


def test_expired_pages_are_left_out_on_the_minute(site, found):
    now = timezone.now()
    page(site.home, "Tijdelijk", expire_at=now + timedelta(hours=1))
    assert found(moment=now) == ["Thuis", "Tijdelijk"]
    assert found(moment=now + timedelta(hours=1)) == ["Thuis"]


def test_pages_under_no_site_have_no_address_and_are_not_there(site, indexed):
    root = Page.objects.get(depth=1)
    page(root, "Zwevend")
    assert indexed() == ["Home", "Thuis"]


def test_another_root_of_the_site_changes_all_addresses(site, indexed):
    other = page(site.home, "Map")
    page(other, "Kind")
    assert indexed() == ["Home", "Kind", "Map", "Thuis"]
    Site.objects.get().delete()
    assert indexed() == []
    Site.objects.create(hostname="localhost", root_page=other, is_default_site=True)
    assert indexed() == ["Kind", "Map"]


def test_a_results_page_is_no_result(site, indexed):
    page(site.home, "Zoeken", model=SearchPage)
    assert indexed() == ["Home", "Thuis"]


def test_terms_of_a_page_follow(site, found):
    made = page(site.home, "Regeling", terms=["theme.circular"])
    assert found(filters={"theme": ("circular",)}) == ["Regeling"]
    made.cop_term_rows = []
    made.save()
    assert found(filters={"theme": ("circular",)}) == []


def test_a_page_type_of_the_host_with_terms_is_there(site, found):
    page(site.home, "Notitie", model=NotePage, terms=["theme.circular"])
    assert found(filters={"theme": ("circular",)}) == ["Notitie"]


def test_the_new_name_of_a_term_is_found_and_the_old_one_no_more(site, found):
    page(site.home, "Regeling", terms=["theme.circular"])
    assert found("circular") == ["Regeling"]
    label = factories.term("theme.circular").labels.get(language="nl")
    label.label = "Kringlopen"
    label.save()
    assert found("circular") == []
    assert found("kringlopen") == ["Regeling"]


def test_a_vocabulary_that_got_another_code_is_filtered_by_it(site, found):
    page(site.home, "Regeling", terms=["theme.circular"])
    assert found(filters={"theme": ("circular",)}) == ["Regeling"]
    theme = factories.term("theme.circular").vocabulary
    theme.code = "topic"
    theme.save()
    assert found(filters={"topic": ("circular",)}) == ["Regeling"]


def test_a_deleted_term_goes(site, found):
    page(site.home, "Regeling", terms=["theme.circular"])
    assert found("circular") == ["Regeling"]
    factories.term("theme.circular").delete()
    assert found("circular") == []


def test_a_renamed_organisation_or_person_is_found_under_the_new_name(site, found):
    organisation = Organisation.objects.create(name="Oude bank")
    person = Person.objects.create(name="Anna Jansen", organisation=organisation)
    finding.register(
        NotePage,
        kind=Kind("note", "Note", "Notes"),
        entry=lambda note: PageEntry(
            title=note.title, names=(Person.objects.get().name, Organisation.objects.get().name)
        ),
    )
    try:
        # A reference from text, as a chooser block makes it.
        made = page(site.home, "Notitie", model=NotePage)
        refer(made, person)
        assert found("oude jansen") == ["Notitie"]
        person.name = "Anna de Vries"
        person.save()
        assert found("vries") == ["Notitie"]
        organisation.name = "Nieuwe bank"
        organisation.save()
        assert found("nieuwe bank") == ["Notitie"]
    finally:
        finding.unregister(NotePage)


def refer(page, to):
    """What Wagtail notes where ``page`` refers to an object."""
    content_type = ReferenceIndex._get_base_content_type
    ReferenceIndex.objects.create(
        base_content_type=content_type(Page),
        content_type=content_type(Page),
        object_id=str(page.pk),
        to_content_type=content_type(type(to)),
        to_object_id=str(to.pk),
        model_path="body.x",
        content_path="body.x",
        content_path_hash=ReferenceIndex._get_content_path_hash("body.x"),
    )


def test_a_page_whose_app_raises_holds_nobody_up(site, indexed, caplog):
    def entry(note):
        if note.title == "Stuk":
            raise ValueError("broken")
        return PageEntry(title=note.title)

    finding.register(NotePage, kind=Kind("note", "Note", "Notes"), entry=entry)
    try:
        made = page(site.home, "Goed", model=NotePage)
        assert indexed() == ["Goed", "Home", "Thuis"]
        made.title = "Stuk"
        made.save()
        page(site.home, "Ander", model=NotePage)
        # What was there stays, until its app can say what it is now.
        assert indexed() == ["Ander", "Goed", "Home", "Thuis"]
        assert "could not be read" in caplog.text
        assert list(Outbox.objects.values_list("page_id", "failed")) == [(made.pk, True)]
        made.title = "Weer goed"
        made.save()
        assert indexed() == ["Ander", "Home", "Thuis", "Weer goed"]
        assert not Outbox.objects.exists()
    finally:
        finding.unregister(NotePage)


def test_a_failing_engine_loses_nothing_and_does_not_fail_the_save(
    site, django_capture_on_commit_callbacks, monkeypatch, indexed, caplog
):
    with monkeypatch.context() as broken:
        broken.setattr(index, "get_engine", lambda: 1 / 0)
        with django_capture_on_commit_callbacks(execute=True):
            page(site.home, "Nieuw")
    assert "ZeroDivisionError" in caplog.text
    assert Outbox.objects.count() == 1
    assert indexed() == ["Home", "Nieuw", "Thuis"]


def test_setup_indexes_what_was_there_before_and_writes_nothing_twice(site, indexed, monkeypatch):
    page(site.home, "Van vroeger")
    Outbox.objects.all().delete()
    Document.objects.all().delete()
    fill_index(SimpleNamespace(is_dry=True))
    assert indexed() == []
    fill_index(SimpleNamespace(is_dry=False))
    assert indexed() == ["Home", "Thuis", "Van vroeger"]
    monkeypatch.setattr(index, "get_engine", lambda: pytest.fail("written without need"))
    fill_index(SimpleNamespace(is_dry=False))


@pytest.mark.parametrize("pages", [1, 6])
def test_indexing_takes_the_same_statements_for_one_page_and_for_many(
    site, django_assert_num_queries, pages
):
    for number in range(pages):
        page(site.home, f"Regeling {number}", terms=["theme.circular"])
    Site.get_site_root_paths()
    # SQLite has no "insert or replace" for words.
    with django_assert_num_queries(24 if connection.vendor == "sqlite" else 23):
        outbox.work_off()


@pytest.mark.parametrize("terms", [0, 6])
def test_publishing_writes_one_row_whatever_hangs_on_the_page(site, terms):
    regions = [f"region.{code}" for code in factories.REGIONS][:terms]
    made = page(site.home, "Regeling", terms=regions)
    outbox.work_off()
    with CaptureQueriesContext(connection) as captured:
        made.save_revision().publish()
    ours = [query["sql"] for query in captured if "cop_search_" in query["sql"]]
    assert [sql.split(" ", 1)[0] for sql in ours] == ["INSERT"]
    assert list(Outbox.objects.values_list("page_id", flat=True)) == [made.pk]


def test_publishing_and_the_work_after_it_take_the_same_statements_for_any_number_of_terms(site):
    counts = []
    for number in (1, 6):
        regions = [f"region.{code}" for code in factories.REGIONS][:number]
        made = page(site.home, "Regeling", terms=regions)
        outbox.work_off()
        made.title = "Anders"
        revision = made.save_revision()
        revision.publish()
        with CaptureQueriesContext(connection) as captured:
            outbox.work_off()
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_pages_that_loaddata_brings_are_found(site, found):
    """A row at a time: of a page of a type the common part first, then its own."""
    made = page(site.home, "Lening")
    told = serializers.serialize("json", [Page.objects.get(pk=made.pk), made])
    Page.objects.get(pk=made.pk).delete()
    assert found("lening") == []

    for each in serializers.deserialize("json", told):
        each.save()

    assert found("lening") == ["Lening"]
