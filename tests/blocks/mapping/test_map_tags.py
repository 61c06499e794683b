"""``manage.py cop_map_tags``: what a host's pages carry already, as terms."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from taggit.models import Tag

from cop_blocks.mapping import Mapping, applying
from cop_blocks.mapping import run as mapping_run
from cop_blocks.mapping.sources import source_of
from cop_blocks.models import Term, TermRow
from cop_search import outbox
from cop_search.models import Outbox
from tests.blocks.facts.factories import fresh, make_offer, publish, translate
from tests.blocks.terms.factories import codes, term, vocabulary
from tests.hosts.hostpages.models import (
    ArticleCategoryRow,
    ArticlePage,
    Category,
    OfferPage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def keywords(home: Any) -> Any:
    words = vocabulary("keyword", is_free=True)
    term(words, "circular", en="Circular economy", nl="Circulaire economie", other="reuse")
    term(words, "energy", en="Énergie verte")
    return words


def article(home: Any, *tags: str, **fields: Any) -> Any:
    """A published page with its revision, as an editor leaves one."""
    page = ArticlePage(**{"title": "Article", **fields})
    home.add_child(instance=page)
    page.tags.add(*tags)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def map_tags(model: str = "hostpages.ArticlePage", field: str = "tags", **options: Any) -> str:
    out = StringIO()
    options.setdefault("vocabulary", "keyword")
    call_command("cop_map_tags", model, field=field, stdout=out, **options)
    return out.getvalue()


def carried(page: Any) -> list[str]:
    return codes(type(page).objects.get(pk=page.pk))


def test_tags_become_the_terms_of_their_name_in_any_language(home: Any, keywords: Any) -> None:
    pages = [
        article(home, "Circular economy", slug="one"),
        article(home, "circulaire  ECONOMIE", slug="two"),
        article(home, "reuse", slug="three"),
        article(home, "energie verte", slug="four"),
    ]

    said = map_tags()

    assert [carried(page) for page in pages] == [
        ["keyword.circular"],
        ["keyword.circular"],
        ["keyword.circular"],
        ["keyword.energy"],
    ]
    assert "energie verte → ≈ energy (1)" in said
    assert "4 pages changed, 4 terms added to published or stored pages, 0 values" in said


def test_the_hosts_own_tags_and_other_terms_stay(home: Any, keywords: Any) -> None:
    page = article(home, "reuse", "unheard of")
    theme = term(vocabulary("theme"), "digital")
    page.cop_term_rows.add(TermRow(tag=theme))
    page.save()

    map_tags()

    assert carried(page) == ["theme.digital", "keyword.circular"]
    assert sorted(page.tags.names()) == ["reuse", "unheard of"]
    assert Tag.objects.count() == 2


def test_a_dry_run_says_the_same_and_writes_nothing(home: Any, keywords: Any) -> None:
    page = article(home, "reuse", "new word", "New Word")
    before = page.latest_revision.content

    said = map_tags(dry_run=True, create=True)

    assert "2 terms added" in said
    assert "new word → a new term (1)" in said
    assert TermRow.objects.count() == 0
    assert Term.objects.count() == 2
    assert ArticlePage.objects.get().latest_revision.content == before
    assert "1 pages changed, 2 terms added" in map_tags(create=True)


def test_a_second_run_changes_nothing(home: Any, keywords: Any) -> None:
    article(home, "reuse", "new word")
    map_tags(create=True)

    assert "0 pages changed, 0 terms added" in map_tags(create=True)
    assert Term.objects.count() == 3


def test_a_draft_gets_the_terms_of_its_own_tags(home: Any, keywords: Any) -> None:
    page = article(home, "reuse")
    draft = page.get_latest_revision_as_object()
    draft.tags.add("energie verte")
    draft.save_revision()

    map_tags()

    assert carried(page) == ["keyword.circular"]
    page = ArticlePage.objects.get()
    assert codes(page.get_latest_revision_as_object()) == ["keyword.circular", "keyword.energy"]
    page.latest_revision.publish()
    assert carried(page) == ["keyword.circular", "keyword.energy"]
    assert TermRow.objects.count() == 2


def test_publishing_again_keeps_the_terms(home: Any, keywords: Any) -> None:
    page = article(home, "reuse")
    map_tags()

    ArticlePage.objects.get().get_latest_revision_as_object().save_revision().publish()

    assert carried(page) == ["keyword.circular"]


def test_a_scheduled_version_gets_the_terms(home: Any, keywords: Any) -> None:
    page = article(home, "reuse")
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timezone.timedelta(days=1)
    scheduled = draft.save_revision(approved_go_live_at=draft.go_live_at)

    map_tags()

    scheduled.refresh_from_db()
    assert codes(scheduled.as_object()) == ["keyword.circular"]


def test_whoever_finds_pages_hears_of_it(home: Any, keywords: Any, monkeypatch: Any) -> None:
    page = article(home, "reuse")
    outbox.work_off()
    monkeypatch.setattr(outbox, "work_off", lambda: None)

    map_tags()

    assert set(Outbox.objects.values_list("page_id", flat=True)) == {page.pk}


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("category", {}),
        ("topics", {}),
        ("labels", {}),
        ("category_rows.category", {}),
        ("audience", {"audience": "zzp"}),
        ("words", {"words": "unheard of, Reuse "}),
    ],
)
def test_every_kind_of_field_is_read(
    home: Any, keywords: Any, field: str, fields: dict[str, Any]
) -> None:
    term(keywords, "self-employed", en="Self-employed")
    reuse = Category.objects.create(name="Reuse")
    page = ArticlePage(title="Article", **fields)
    if field == "category":
        page.category = reuse
    if field == "category_rows.category":
        page.category_rows = [ArticleCategoryRow(category=reuse)]
    home.add_child(instance=page)
    if field == "topics":
        page.topics.set([reuse])
    if field == "labels":
        page.labels.add("reuse")
    page.save()
    page.save_revision().publish()

    map_tags(field=field, separator="," if field == "words" else "")

    expected = "self-employed" if field == "audience" else "circular"
    assert carried(page) == [f"keyword.{expected}"]
    assert codes(ArticlePage.objects.get().get_latest_revision_as_object()) == carried(page)


def test_an_alias_gets_the_terms_of_its_original(home: Any, keywords: Any) -> None:
    page = article(home, "reuse")
    alias = page.create_alias(update_slug="alias")

    map_tags()

    assert carried(alias) == carried(page) == ["keyword.circular"]
    page.get_latest_revision_as_object().save_revision().publish()
    assert carried(alias) == carried(page) == ["keyword.circular"]


def test_terms_that_are_facts_follow_to_the_translations(home: Any, keywords: Any) -> None:
    source = make_offer("en", place="Reuse")
    translation = translate(source, "nl")

    said = map_tags("hostpages.OfferPage", "place")

    assert carried(source) == carried(translation) == ["keyword.circular"]
    assert codes(fresh(translation).get_latest_revision_as_object()) == ["keyword.circular"]
    assert "1 pages changed, 1 terms added" in said
    assert "0 pages changed" in map_tags("hostpages.OfferPage", "place")


def test_a_draft_of_a_source_gives_its_translations_nothing_yet(home: Any, keywords: Any) -> None:
    source = make_offer("en", place="Elsewhere")
    translation = translate(source, "nl")
    draft = source.get_latest_revision_as_object()
    draft.place = "Reuse"
    draft.save_revision()

    map_tags("hostpages.OfferPage", "place")

    assert carried(translation) == []
    publish(fresh(source))
    assert carried(translation) == ["keyword.circular"]
    assert OfferPage.objects.get(pk=translation.pk).place == "Reuse"


def test_a_page_that_may_carry_one_term_is_left_to_a_person(home: Any) -> None:
    levels = vocabulary("keyword", is_multiple=False)
    term(levels, "local")
    term(levels, "national")
    both = article(home, "local", "national", title="Both", slug="both")
    one = article(home, "local", slug="one")

    said = map_tags()

    assert (carried(both), carried(one)) == ([], ["keyword.local"])
    assert f"Both ({both.pk}): more than one term, and a page may carry one." in said


def test_a_name_that_two_terms_share_is_left_to_a_person(home: Any, keywords: Any) -> None:
    term(keywords, "second", en="Circular economy")
    page = article(home, "Circular economy")

    assert "more than one term goes by this name: circular, second" in map_tags(create=True)
    assert carried(page) == []


def test_a_retired_term_is_not_given_and_a_merged_one_is_its_successor(
    home: Any, keywords: Any
) -> None:
    term(keywords, "old", en="Old", is_retired=True)
    energy = Term.objects.get(code="energy")
    term(keywords, "merged", en="Merged", is_retired=True, is_merged=True, successor=energy)
    page = article(home, "old", "merged")

    map_tags()

    assert carried(page) == ["keyword.energy"]


def test_new_words_are_named_in_the_language_of_their_pages(home: Any, keywords: Any) -> None:
    article(home, "windenergie", title="Artikel")

    map_tags(create=True)

    made = Term.objects.get(code="windenergie")
    assert list(made.labels.values_list("language", "label")) == [("en", "windenergie")]


def test_a_closed_vocabulary_gets_new_terms_by_a_file_only(home: Any, tmp_path: Any) -> None:
    vocabulary("keyword")
    page = article(home, "wind", "sun")
    with pytest.raises(CommandError, match="The vocabulary “keyword” is closed"):
        map_tags(create=True)
    file = tmp_path / "map.csv"
    file.write_text("value;term\nwind;*\nsun;\n")
    with pytest.raises(CommandError, match="Row 2 asks for a new term. Add --create"):
        map_tags(mapping=file)

    said = map_tags(mapping=file, create=True)

    assert carried(page) == ["keyword.wind"]
    assert "sun → left out (1)" in said


def test_an_interrupted_run_goes_on_where_it_stopped(
    home: Any, keywords: Any, monkeypatch: Any
) -> None:
    pages = [article(home, "reuse", slug=f"page-{number}") for number in range(3)]
    monkeypatch.setattr(mapping_run, "CHUNK", 1)
    store, stored = applying._store, []

    def stopped(page: Any, missing: Any) -> Any:
        if stored:
            raise KeyboardInterrupt
        stored.append(page.pk)
        return store(page, missing)

    monkeypatch.setattr(applying, "_store", stopped)
    with pytest.raises(KeyboardInterrupt):
        map_tags()
    assert [carried(page) for page in pages] == [["keyword.circular"], [], []]
    monkeypatch.setattr(applying, "_store", store)

    assert "2 pages changed" in map_tags()
    assert [carried(page) for page in pages] == [["keyword.circular"]] * 3


def test_reading_costs_the_same_for_one_page_and_for_many(home: Any, keywords: Any) -> None:
    mapping = Mapping(ArticlePage, source_of(ArticlePage, "tags"), keywords)
    article(home, "reuse", slug="first")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            Mapping(ArticlePage, source_of(ArticlePage, "tags"), keywords).run(
                mapping.plan(), is_dry=True
            )
        return len(captured)

    one = queries()
    for number in range(5):
        article(home, "reuse", "energie verte", f"other {number}", slug=f"page-{number}")
    assert queries() == one <= 25
