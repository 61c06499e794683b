"""Dates as a filter: the calendar years that a page lies in.

They are stored as facet rows like terms, so that every engine counts them like terms; they are no
terms, and nothing shows them as such.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from time import monotonic

from django.db import connections, router
from django.utils import timezone

from cop_search.engines.base import YEAR

#: Of what lasts longer these last years: a slip in a date makes no thousand rows.
_MOST = 25
#: An end at midnight is the end of the day before.
_INSTANT = timedelta(microseconds=1)


def years_of(
    opens: datetime | None, closes: datetime | None, sort_date: datetime | None
) -> tuple[str, ...]:
    """The years from the first moment to the last, in the time zone of the site, where both are
    known; else that of ``sort_date``. What has no dates, or no end, is in no year."""
    if opens and closes and opens <= closes:
        first, last = _year(opens), _year(max(opens, closes - _INSTANT))
    elif sort_date:
        first = last = _year(sort_date)
    else:
        return ()
    return tuple(f"{year:04}" for year in range(max(first, last - _MOST + 1), last + 1))


def known_years(
    locale: str, site_id: int | None, kinds: Sequence[str], asked: Collection[str] = ()
) -> tuple[str, ...]:
    """The years of which there are pages, the latest first; one statement where this process has
    none, or old ones, or where ``asked`` names one that it does not know.

    A year that came since then is offered all the same, by the number that the engine counts.
    """
    place = locale, site_id, tuple(kinds)
    kept = _kept.get(place)
    if kept and monotonic() - kept[0] < KEPT and _are_years(asked).issubset(kept[1]):
        return kept[1]
    years = _read(locale, site_id, kinds)
    _kept[place] = monotonic(), years
    return years


def forget() -> None:
    """Have the years read again: they have changed."""
    _kept.clear()


#: Seconds for which a process keeps the years.
KEPT = 300
_kept: dict[tuple[str, int | None, tuple[str, ...]], tuple[float, tuple[str, ...]]] = {}


def _are_years(asked: Collection[str]) -> set[str]:
    return {year for year in asked if len(year) == 4 and year.isascii() and year.isdigit()}


def _read(locale: str, site_id: int | None, kinds: Sequence[str]) -> tuple[str, ...]:
    """It jumps from year to year along the index of values; only where nothing of a year is of the
    kinds asked for it has to look at all pages of that year."""
    from cop_search.models import Document

    using = router.db_for_read(Document)
    conditions = ["d.locale = %s"]
    params: list[str | int] = [YEAR, YEAR, YEAR, locale]
    if site_id is not None:
        conditions.append("d.site_id = %s")
        params.append(site_id)
    if kinds:
        conditions.append(f"d.kind IN ({', '.join(['%s'] * len(kinds))})")
        params += kinds
    with connections[using].cursor() as cursor:
        cursor.execute(_KNOWN.format(" AND ".join(conditions)), params)
        return tuple(row[0] for row in cursor.fetchall())


_KNOWN = """\
WITH RECURSIVE years(value) AS (
  SELECT MIN(value) FROM cop_search_documentfacet WHERE dimension = %s
  UNION ALL
  SELECT (
    SELECT MIN(f.value) FROM cop_search_documentfacet f
    WHERE f.dimension = %s AND f.value > years.value
  ) FROM years WHERE years.value IS NOT NULL
)
SELECT value FROM years WHERE EXISTS (
  SELECT 1 FROM cop_search_documentfacet f JOIN cop_search_document d ON d.id = f.document_id
  WHERE f.dimension = %s AND f.value = years.value AND {}
) ORDER BY value DESC
"""


def _year(moment: datetime) -> int:
    return timezone.localtime(moment, timezone.get_default_timezone()).year
