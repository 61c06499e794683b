"""Titles that begin as somebody types."""

from datetime import timedelta

from django.utils import timezone

from cop_search import outbox
from cop_search.analysis import tokens
from cop_search.engines import get_engine
from cop_search.engines.base import SuggestQuestion
from cop_search.models import Document
from tests.search.factories import page


def suggested(typed, locale="nl", **question):
    outbox.work_off()
    asked = SuggestQuestion(
        locale=locale,
        words=tuple(tokens(typed)),
        **{"moment": timezone.now(), **question},
    )
    titles = dict(Document.objects.values_list("page_id", "title"))
    return [titles[pk] for pk in get_engine().suggest(asked)]


def test_the_last_word_is_a_beginning_and_the_others_are_whole(site):
    page(site.home, "Lening voor innovatie")
    page(site.home, "Leningen")
    assert suggested("len") == ["Lening voor innovatie", "Leningen"]
    assert suggested("lening") == ["Lening voor innovatie", "Leningen"]
    assert suggested("lening inno") == ["Lening voor innovatie"]
    assert suggested("innovatie lening") == ["Lening voor innovatie"]
    assert suggested("len innovatie") == []


def test_titles_that_begin_with_the_words_go_first_then_by_title(site):
    for title in ("Een scan", "Scan Z", "scan a", "De scan"):
        page(site.home, title)
    assert suggested("scan") == ["scan a", "Scan Z", "De scan", "Een scan"]
    assert suggested("scan", limit=2) == ["scan a", "Scan Z"]


def test_words_meet_without_case_and_accents_and_as_they_are_written(site):
    page(site.home, "Coöperaties in Één café")
    assert suggested("COOPER") == suggested("een cafe") == ["Coöperaties in Één café"]
    assert suggested("cooperatie in") == []


def test_only_titles_are_looked_at(site):
    page(site.home, "Voucher", search_description="Een lening", terms=["theme.circular"])
    assert suggested("lening") == suggested("circular") == []


def test_pages_of_the_language_and_site_that_are_not_expired(site):
    page(site.home, "Regeling")
    page(site.english, "Regeling in English")
    now = timezone.now()
    page(site.home, "Regeling tot morgen", expire_at=now + timedelta(days=1))
    assert suggested("regel") == ["Regeling", "Regeling tot morgen"]
    assert suggested("regel", moment=now + timedelta(days=2)) == ["Regeling"]
    assert suggested("regel", locale="en") == ["Regeling in English"]
    assert suggested("regel", site_id=0) == []


def test_titles_follow_their_pages(site):
    made = page(site.home, "Regeling")
    assert suggested("regel") == ["Regeling"]
    made.title = "Aanpak"
    made.save()
    assert suggested("regel") == []
    assert suggested("aan") == ["Aanpak"]
    made.unpublish()
    assert suggested("aan") == []


def test_nothing_typed_suggests_nothing(site):
    assert suggested("") == suggested(" -&| ") == []


def test_one_statement(site, django_assert_num_queries):
    question = SuggestQuestion(locale="nl", words=("t",), moment=timezone.now())
    with django_assert_num_queries(1):
        assert len(get_engine().suggest(question)) == 1
