"""Rules out of the database, and unsaved ones in the same form."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import F, IntegerField, TextField, Value
from django.db.models.functions import Cast, Coalesce

from cop_blocks.models import TermLabel
from cop_search.models import BestBetPage, Synonym
from cop_search.rules.rules import Row, Rules, Source

#: A language code, and the key of a site.
Place = tuple[str, int | None]

_COLUMNS = ("language", "at", *Row._fields)


def read_rules(places: Iterable[Place]) -> dict[Place, Rules]:
    """The rules of each language and site, in one statement; none for no places.

    Names of terms hold on every site. A question without a site has no editors' rules but those.
    """
    places = set(places)
    if not places:
        return {}
    languages = {language for language, _site in places}
    sites = {site for _language, site in places if site is not None}
    read: dict[Place, list[Row]] = defaultdict(list)
    statement = _terms(languages).union(*_editors(languages, sites), all=True)
    for language, site, *row in statement:
        read[language, site or None].append(Row(*row))
    return {
        (language, site): Rules(
            tuple(sorted(read[language, None] + (read[language, site] if site else [])))
        )
        for language, site in places
    }


def rows_of_synonym(synonym: Synonym) -> list[Row]:
    """A synonym that need not be saved."""
    words, more = synonym.words, synonym.also_finds
    return [Row(Source.SYNONYM, synonym.pk or 0, 0, words, more, 0, 0)]


def rows_of_bet(pk: int | None, words: str, is_within: bool, page_ids: Iterable[int]) -> list[Row]:
    """A best bet that need not be saved."""
    return [
        Row(Source.BEST_BET, pk or 0, place, words, "", int(is_within), page_id)
        for place, page_id in enumerate(page_ids)
    ]


def _terms(languages: set[str]) -> Any:
    labels = TermLabel.objects.filter(language__in=languages, term__is_merged=False)
    return _row(
        labels.exclude(alternatives=""),
        language=F("language"),
        at=_number(0),
        source=_number(Source.TERM),
        owner=F("pk"),
        words=F("label"),
        more=F("alternatives"),
    )


def _editors(languages: set[str], sites: set[int]) -> list[Any]:
    if not sites:
        return []
    here = {"locale__language_code__in": languages, "site__in": sites}
    of_bet = {f"best_bet__{name}": value for name, value in here.items()}
    return [
        _row(
            Synonym.objects.filter(**here),
            language=F("locale__language_code"),
            at=F("site_id"),
            source=_number(Source.SYNONYM),
            owner=F("pk"),
            words=F("words"),
            more=F("also_finds"),
        ),
        _row(
            BestBetPage.objects.filter(**of_bet),
            language=F("best_bet__locale__language_code"),
            at=F("best_bet__site_id"),
            source=_number(Source.BEST_BET),
            owner=F("best_bet_id"),
            place=Coalesce(F("sort_order"), 0),
            words=F("best_bet__words"),
            is_within=Cast("best_bet__is_within", IntegerField()),
            page_id=F("page_id"),
        ),
    ]


def _row(queryset: Any, **columns: Any) -> Any:
    """The columns of ``Row`` under names that no model has, in one order."""
    plain = {"place": _number(0), "more": _text(""), "is_within": _number(0), "page_id": _number(0)}
    named = {f"rule_{name}": value for name, value in {**plain, **columns}.items()}
    names = [f"rule_{name}" for name in _COLUMNS]
    return queryset.order_by().annotate(**named).values_list(*names)


def _number(value: int) -> Any:
    return Value(int(value), output_field=IntegerField())


def _text(value: str) -> Any:
    return Value(value, output_field=TextField())
