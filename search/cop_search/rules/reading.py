"""Rules out of the database, and unsaved ones in the same form."""
# ruff: noqa: S608

from collections import defaultdict
from collections.abc import Iterable

from django.db import connections, router
from wagtail.models import Locale

from cop_blocks.models import Term, TermLabel
from cop_search.engines.statement import Sql
from cop_search.models import BestBet, BestBetPage, Synonym
from cop_search.rules.rules import Row, Rules, Source

#: A language code, and the key of a site.
Place = tuple[str, int | None]

_TERMS, _LABELS, _LOCALES, _SYNONYMS, _BETS, _PICKS = (
    model._meta.db_table for model in (Term, TermLabel, Locale, Synonym, BestBet, BestBetPage)
)


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
    with connections[router.db_for_read(TermLabel)].cursor() as cursor:
        sql = _statement(sorted(languages), sorted(sites))
        cursor.execute(str(sql), sql.params)
        for language, site, *row in cursor.fetchall():
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


def _statement(languages: list[str], sites: list[int]) -> Sql:
    """Language, site (0 for all of them) and the columns of ``Row``. Written out: it is asked with
    every question, and to compose it of querysets took longer than the database does."""
    named, placed = (", ".join(["%s"] * len(each)) for each in (languages, sites))
    sql = Sql().add(
        f"SELECT l.language, 0, {Source.TERM:d}, l.id, 0, l.label, l.alternatives, 0, 0 "
        f"FROM {_LABELS} l JOIN {_TERMS} t ON t.id = l.term_id "
        f"WHERE l.language IN ({named}) AND NOT t.is_merged AND l.alternatives <> ''",
        *languages,
    )
    if not sites:
        return sql
    here = (
        f"JOIN {_LOCALES} o ON o.id = r.locale_id "
        f"WHERE o.language_code IN ({named}) AND r.site_id IN ({placed})"
    )
    sql.add(
        "UNION ALL SELECT o.language_code, r.site_id, "
        f"{Source.SYNONYM:d}, r.id, 0, r.words, r.also_finds, 0, 0 FROM {_SYNONYMS} r {here}",
        *languages,
        *sites,
    )
    return sql.add(
        f"UNION ALL SELECT o.language_code, r.site_id, {Source.BEST_BET:d}, r.id, "
        "COALESCE(p.sort_order, 0), r.words, '', "
        "CASE WHEN r.is_within THEN 1 ELSE 0 END, p.page_id "
        f"FROM {_PICKS} p JOIN {_BETS} r ON r.id = p.best_bet_id {here}",
        *languages,
        *sites,
    )
