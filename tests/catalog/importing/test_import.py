"""Initiatives from a spreadsheet: what an import makes, changes, and leaves alone."""

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from cop_blocks.models import Organisation
from cop_catalog.importing import import_initiatives
from cop_catalog.importing.plan import Action
from cop_catalog.models import ImportedRow, InitiativePage
from tests.catalog import factories
from tests.catalog.importing.rows import COURSE, FINISHED, HEADINGS, STOPPED, VOUCHER


def run(path, site, **options) -> list[Action]:
    return [step.action for step in import_initiatives(path, site.catalogue, **options).steps]


def page(external_id: str) -> InitiativePage:
    return InitiativePage.objects.get(external_id=external_id)


def terms(of: InitiativePage) -> list[str]:
    return [row.tag.name for row in of.cop_term_rows.all()]


def test_a_row_becomes_a_page(vocabularies, write):
    assert run(write(VOUCHER), vocabularies) == [Action.CREATE]

    made = page("zh-1")
    assert made.get_parent().specific == vocabularies.catalogue
    assert made.locale.language_code == "nl"
    assert (made.live, made.has_unpublished_changes, made.state) == (True, False, "active")
    assert (made.title, made.slug) == ("Voorbeeld: voucher", "voorbeeld-voucher")
    assert (made.summary, made.info_url) == ("Eén zin", "https://example.org/voucher")
    assert terms(made) == [
        "theme.digitalisation",
        "theme.circular",
        "support-type.voucher",
        "audience.sme",
        "region.haaglanden",
        "level.regional",
    ]


@pytest.mark.wagtail_indexes
def test_terms_and_organisations_know_that_they_are_used(vocabularies, write):
    run(write(VOUCHER, COURSE), vocabularies)
    columns = ("object_id", "to_object_id", "model_path", "content_path")
    known = set(ReferenceIndex.objects.values_list(*columns))

    call_command("rebuild_references_index", verbosity=0)

    assert known == set(ReferenceIndex.objects.values_list(*columns))
    assert ReferenceIndex.get_references_to(vocabularies.digital).count() == 2


@pytest.mark.wagtail_indexes
def test_it_runs_within_somebody_elses_bulk_work(vocabularies, write):
    with disable_reference_index_auto_update():
        run(write(VOUCHER), vocabularies)

    assert page("zh-1").live


def test_what_the_file_does_not_say_stays_empty(vocabularies, write):
    run(write(VOUCHER), vocabularies)

    made = page("zh-1")
    assert (made.amount_min, made.amount_max, made.amount_share) == (None, None, None)
    assert (made.opens_on, made.closes_on, made.is_rolling) == (None, None, False)
    assert (made.apply_url, made.verified_on, made.verified_by) == ("", None, None)


def test_a_provider_is_one_organisation_named_as_written(vocabularies, write):
    run(write(VOUCHER), vocabularies)

    assert [(o.name, o.kind, o.level) for o in Organisation.objects.all()] == [
        ("Loket A, B en C", "network", "regional")
    ]
    assert [(r.organisation.name, r.role) for r in page("zh-1").organisation_rows.all()] == [
        ("Loket A, B en C", "provider")
    ]


def test_an_organisation_that_is_there_is_used_as_it_is(vocabularies, write):
    known = Organisation.objects.create(name="loket A, B en C", kind="public")

    run(write(VOUCHER), vocabularies)

    assert [row.organisation for row in page("zh-1").organisation_rows.all()] == [known]
    assert list(Organisation.objects.values_list("kind", flat=True)) == ["public"]


def test_the_status_says_what_is_live_and_what_is_closed(vocabularies, write):
    run(write(VOUCHER, COURSE, STOPPED, FINISHED), vocabularies)

    found = {p.external_id: (p.live, p.state) for p in InitiativePage.objects.all()}
    assert found == {
        "zh-1": (True, "active"),
        "zh-2": (False, "active"),
        "zh-3": (True, "closed"),
        "zh-4": (True, "closed"),
    }


def test_a_draft_holds_what_the_row_says(vocabularies, write):
    run(write(COURSE), vocabularies)

    draft = page("zh-2").get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("Voorbeeld: cursus", "Leer; en doe.")


def test_a_second_run_touches_nothing(vocabularies, write):
    path = write(VOUCHER, COURSE, STOPPED, FINISHED)
    run(path, vocabularies)
    before = _everything()

    assert run(path, vocabularies) == [Action.NOTHING] * 4

    assert _everything() == before


def _everything() -> list:
    models: tuple[Any, ...] = (
        InitiativePage,
        Organisation,
        ImportedRow,
        Revision,
        PageLogEntry,
        ModelLogEntry,
    )
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_only_what_changed_in_the_file_is_changed(vocabularies, write):
    run(write(VOUCHER, COURSE), vocabularies)
    edited = page("zh-1")
    edited.summary = "Door een redacteur verbeterd."
    edited.save_revision().publish()
    course = page("zh-2").latest_revision_id

    actions = run(write(VOUCHER.replace("voucher;mkb", "training;mkb"), COURSE), vocabularies)

    assert actions == [Action.UPDATE, Action.NOTHING]
    assert page("zh-1").summary == "Door een redacteur verbeterd."
    assert "support-type.training" in terms(page("zh-1"))
    assert "support-type.voucher" not in terms(page("zh-1"))
    assert page("zh-2").latest_revision_id == course


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("actief", "gesloten", (True, "closed")),
        ("actief", "concept", (False, "active")),
        ("concept", "actief", (True, "active")),
        ("gesloten", "actief", (True, "active")),
    ],
)
def test_a_status_that_changes_is_followed(vocabularies, write, before, after, expected):
    run(write(VOUCHER.replace("actief", before)), vocabularies)

    run(write(VOUCHER.replace("actief", after)), vocabularies)

    assert (page("zh-1").live, page("zh-1").state) == expected


def test_a_page_that_an_editor_took_down_stays_down(vocabularies, write):
    run(write(VOUCHER), vocabularies)
    page("zh-1").unpublish()

    run(write(VOUCHER.replace("Eén zin", "Een andere zin")), vocabularies)

    assert page("zh-1").live is False


def test_a_page_with_unpublished_work_is_left_alone_until_later(vocabularies, write):
    run(write(VOUCHER), vocabularies)
    draft = page("zh-1")
    draft.title = "Concept van een redacteur"
    revision = draft.save_revision()
    changed = write(VOUCHER.replace("Eén zin", "Een andere zin"))

    assert run(changed, vocabularies) == [Action.LEAVE]
    assert page("zh-1").latest_revision == revision

    revision.publish()
    assert run(changed, vocabularies) == [Action.UPDATE]
    assert page("zh-1").summary == "Een andere zin"


def test_another_provider_keeps_the_other_roles(vocabularies, write):
    from cop_catalog.models import InitiativeOrganisation

    run(write(VOUCHER), vocabularies)
    edited = page("zh-1")
    edited.organisation_rows.add(
        InitiativeOrganisation(organisation=factories.make_organisation("Fonds"), role="funder")
    )
    edited.save_revision().publish()

    run(write(VOUCHER.replace("Loket A, B en C", "Balie")), vocabularies)

    rows = page("zh-1").organisation_rows.all()
    assert [(row.organisation.name, row.role) for row in rows] == [
        ("Balie", "provider"),
        ("Fonds", "funder"),
    ]


def test_facts_reach_the_translation_and_its_text_is_not_touched(vocabularies, write):
    run(write(VOUCHER), vocabularies)
    english = factories.translated(page("zh-1"), title="Example: voucher", summary="One sentence")

    run(write(VOUCHER.replace("/voucher", "/anders").replace("Eén zin", "Anders")), vocabularies)

    english = InitiativePage.objects.get(pk=english.pk)
    assert (english.info_url, english.summary) == ("https://example.org/anders", "One sentence")


def test_a_dry_run_writes_nothing_and_tells_all(vocabularies, write):
    run(write(VOUCHER), vocabularies)
    before = _everything()
    changed = write(VOUCHER.replace("Eén zin", "Anders"), COURSE)
    told = StringIO()

    call_command(
        "cop_import_initiatives",
        changed,
        "--dry-run",
        index=str(vocabularies.catalogue.pk),
        stdout=told,
    )

    assert _everything() == before
    assert "zh-1 Voorbeeld: voucher: summary" in told.getvalue()
    assert "zh-2 Voorbeeld: cursus" in told.getvalue()


def test_a_byte_order_mark_and_other_columns_do_no_harm(vocabularies, write):
    path = write(f"{VOUCHER};intern", headings=f"{HEADINGS};Opmerking", encoding="utf-8-sig")

    report = import_initiatives(path, vocabularies.catalogue)

    assert report.ignored_columns == ("opmerking",)
    assert page("zh-1").title == "Voorbeeld: voucher"


def test_the_command_tells_progress_and_logs_the_user(vocabularies, write):
    user = get_user_model().objects.create_superuser("redactie", "r@example.org", "x")
    told = StringIO()
    rows = [VOUCHER.replace("zh-1", f"nr-{number}") for number in range(12)]

    call_command(
        "cop_import_initiatives",
        write(*rows),
        index=str(vocabularies.catalogue.pk),
        user="redactie",
        stdout=told,
    )

    lines = told.getvalue().splitlines()
    assert [line.split()[::2] for line in lines[:2]] == [["10", "12"], ["12", "12"]]
    assert {entry.user for entry in PageLogEntry.objects.filter(action="wagtail.publish")} >= {user}


@pytest.mark.parametrize("how", ["number", "path", "address"])
def test_the_list_is_named_by_number_path_or_address(vocabularies, write, how):
    index = vocabularies.catalogue
    name = {"number": str(index.pk), "path": index.url_path, "address": index.url}[how]

    call_command("cop_import_initiatives", write(VOUCHER), index=name, verbosity=0)

    assert page("zh-1").get_parent().pk == index.pk


def test_a_list_must_be_named_where_there_are_several(vocabularies, write):
    with pytest.raises(CommandError, match=str(vocabularies.catalogue.pk)):
        call_command("cop_import_initiatives", write(VOUCHER), verbosity=0)
