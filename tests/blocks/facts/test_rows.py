"""Rows that are facts as a whole, and rows of which some columns are."""

from typing import Any

import pytest
from wagtail.models import Locale

from cop_blocks.facts.waiting import waiting_rows
from tests.blocks.facts.factories import fresh, group, locale, make_offer, publish
from tests.hosts.hostpages.models import OfferPartnerRow, OfferStepRow

pytestmark = pytest.mark.django_db


def partners(page: Any) -> list[tuple[str, int, int]]:
    return [(r.partner, r.share, r.sort_order) for r in fresh(page).partner_rows.all()]


def steps(page: Any) -> list[tuple[str, int]]:
    return [(r.title, r.minutes) for r in fresh(page).step_rows.order_by("sort_order", "pk")]


def test_swapped_rows_do_not_break_their_unique_constraint() -> None:
    source, english = group("en")
    ids = {row.partner: row.pk for row in english.partner_rows.all()}
    first, second = source.partner_rows.all()
    first.partner, second.partner = "Between", first.partner
    publish(source, partner_rows=[first, second])
    publish(fresh(source), partner_rows=_reordered(fresh(source)))

    assert partners(english) == partners(source) == [("Haven", 40, 0), ("Between", 60, 1)]
    assert ids.keys() == {"Haven", "Gemeente"}


def test_order_follows_and_rows_that_say_the_same_are_kept() -> None:
    source, english = group("en")
    ids = [row.pk for row in english.partner_rows.all()]
    publish(source, partner_rows=_reordered(source))

    assert partners(english) == [("Gemeente", 40, 0), ("Haven", 60, 1)]
    assert [row.pk for row in fresh(english).partner_rows.all()] == ids[::-1]


def test_emptied_rows_are_emptied() -> None:
    source, english = group("en")
    publish(source, partner_rows=[])
    assert partners(english) == []


def test_added_rows_are_added() -> None:
    source, english = group("en")
    rows = [*source.partner_rows.all(), OfferPartnerRow(partner="TU", share=5, sort_order=2)]
    publish(source, partner_rows=rows)

    assert partners(english) == [("Haven", 60, 0), ("Gemeente", 40, 1), ("TU", 5, 2)]


def test_rows_of_the_source_are_not_taken_away_from_it() -> None:
    source, english = group("en")
    publish(source, partner_rows=_reordered(source))
    ours = {row.pk for row in fresh(source).partner_rows.all()}

    assert len(ours) == 2
    assert ours.isdisjoint(row.pk for row in fresh(english).partner_rows.all())


def test_rows_that_are_no_facts_are_left_alone() -> None:
    source, english = group("en")
    publish(english, contact_rows=[_contact("Sam")])
    publish(source, place="Delft", contact_rows=[_contact("Robin")])

    assert [row.name for row in fresh(english).contact_rows.all()] == ["Sam"]


def test_columns_of_rows_with_text_follow_and_the_text_stays() -> None:
    source, english = group("en")
    rows = list(source.step_rows.all())
    rows[0].minutes, rows[1].title = 15, "Nieuwe titel"
    publish(source, step_rows=rows)

    assert steps(english) == [("Vraag aan (en)", 15), ("Lever in (en)", 20)]


def test_order_of_rows_with_text_follows() -> None:
    source, english = group("en")
    rows = list(source.step_rows.all())
    rows[0].sort_order, rows[1].sort_order = 1, 0
    publish(source, step_rows=rows)

    assert steps(english) == [("Lever in (en)", 20), ("Vraag aan (en)", 10)]


def test_draft_of_a_translation_shows_columns_and_order_of_the_row() -> None:
    source, english = group("en")
    draft = fresh(english)
    draft.step_rows = [_retitled(row, "Draft") for row in draft.step_rows.all()]
    draft.save_revision()
    rows = list(source.step_rows.all())
    rows[0].sort_order, rows[1].sort_order, rows[1].minutes = 1, 0, 45
    publish(source, step_rows=rows)

    shown = fresh(english).get_latest_revision_as_object()
    assert [(row.title, row.minutes) for row in shown.step_rows.all()] == [
        ("Draft", 45),
        ("Draft", 10),
    ]


def test_rows_added_to_and_removed_from_the_source_wait_for_translation() -> None:
    source, english = group("en")
    kept, gone = source.step_rows.all()
    added = OfferStepRow(title="Wacht", minutes=5, locale=locale("nl"), sort_order=2)
    publish(source, step_rows=[kept, added])

    assert steps(english) == [("Vraag aan (en)", 10), ("Lever in (en)", 20)]
    (waiting,) = waiting_rows(fresh(english), fresh(source))
    assert waiting.relation == "step_rows"
    assert [row.title for row in waiting.added] == ["Wacht"]
    assert [row.title for row in waiting.removed] == ["Lever in (en)"]


def test_nothing_waits_when_the_rows_are_the_same() -> None:
    source, english = group("en")
    assert waiting_rows(english, source) == []


def test_terms_of_the_base_page_follow() -> None:
    from cop_blocks.models import Term, TermRow, Vocabulary

    vocabulary = Vocabulary.objects.create(code="theme")
    first, second = (
        Term.objects.create(
            vocabulary=vocabulary, code=code, name=f"theme.{code}", slug=f"theme--{code}"
        )
        for code in ("circular", "digital")
    )
    source, english = group("en")
    publish(
        source, cop_term_rows=[TermRow(tag=first, sort_order=0), TermRow(tag=second, sort_order=1)]
    )
    assert [row.tag for row in fresh(english).cop_term_rows.all()] == [first, second]

    swapped = list(fresh(source).cop_term_rows.all())
    swapped[0].tag, swapped[1].tag = second, first
    swapped[0].pk, swapped[1].pk = None, None
    publish(fresh(source), cop_term_rows=swapped)
    assert [row.tag for row in fresh(english).cop_term_rows.all()] == [second, first]


def test_image_and_page_follow_as_they_were_chosen() -> None:
    source, english = group("en")
    successor = make_offer(title="Next", place="Leiden")
    publish(source, successor=successor)

    assert fresh(english).successor_id == successor.pk


def test_locale_of_rows_with_text_stays() -> None:
    source, english = group("en")
    rows = list(source.step_rows.all())
    rows[0].minutes = 15
    publish(source, step_rows=rows)

    assert {row.locale for row in fresh(english).step_rows.all()} == {
        Locale.objects.get(language_code="en")
    }


def _reordered(page: Any) -> list[OfferPartnerRow]:
    first, second = page.partner_rows.all()
    first.sort_order, second.sort_order = 1, 0
    return [second, first]


def _retitled(row: OfferStepRow, title: str) -> OfferStepRow:
    row.title = title
    return row


def _contact(name: str) -> Any:
    from tests.hosts.hostpages.models import OfferContactRow

    return OfferContactRow(name=name)
