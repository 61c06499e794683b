"""Years in titles: “Sessions 2026” is followed by “Sessions 2027”."""

import re

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def next_year(title: str) -> str:
    """``title`` with every year in it one later; without a year it stays as it is."""
    return _YEAR.sub(lambda found: str(int(found[0]) + 1), title)


def has_year(title: str) -> bool:
    return _YEAR.search(title) is not None


def next_series(title: str, year: int | None) -> str:
    """The title of the series of ``year``, after a series with this title: a year in it goes one
    up, and a title without one gets it behind."""
    if has_year(title) or year is None:
        return next_year(title)
    return f"{title} {year}"
