"""The counters: one row a question and day, however many ask at the same moment."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Max, Q, Sum
from django.utils import timezone

from cop_search import conf
from cop_search.counting.token import Searched
from cop_search.counting.words import may_be_kept
from cop_search.models import SearchCount

#: Of one site so many different questions a day have a row; what comes after them shares one.
MAX_ROWS_A_DAY = 5_000


def count(searched: Searched, day: date | None = None) -> None:
    """Two statements where the question has been asked that day, and a few more where it has not;
    the first of a day also makes room."""
    day = day or timezone.localdate()
    place = {"day": day, "site_id": searched.site_id, "locale": searched.language}
    if not _add(searched, {**place, "key": searched.key}):
        today = SearchCount.objects.filter(day=day, site_id=searched.site_id)
        rows = today.count()
        if not rows:
            forget(day)
        is_full = rows >= MAX_ROWS_A_DAY
        _make(searched, {**place, "key": "" if is_full else searched.key})
        if is_full:
            return
    _keep_text(searched)


def _add(searched: Searched, row: dict[str, object]) -> bool:
    found = SearchCount.objects.filter(**row).update(
        number=F("number") + 1,
        without_results=F("without_results") + int(searched.is_without_results),
    )
    return bool(found)


def _make(searched: Searched, row: dict[str, object]) -> None:
    if row["key"] == "" and _add(searched, row):
        return
    try:
        with transaction.atomic():
            SearchCount.objects.create(
                **row, number=1, without_results=int(searched.is_without_results)
            )
    except IntegrityError:
        # Somebody else made it in the meantime.
        _add(searched, row)


def _keep_text(searched: Searched) -> None:
    """The words themselves, once enough have asked; the words of the one who came then, whose
    letters and digits are the same as all others'."""
    rows = SearchCount.objects.filter(
        key=searched.key, site_id=searched.site_id, locale=searched.language
    )
    known = rows.aggregate(asked=Sum("number"), known=Max("text"), blank=Count("pk", Q(text="")))
    text = known["known"] or searched.text
    if known["blank"] and known["asked"] >= conf.count_text_from() and may_be_kept(text):
        rows.filter(text="").update(text=text)


def forget(today: date | None = None) -> int:
    """Delete what is older than ``COP_SEARCH_COUNT_DAYS``; how many rows went."""
    first = (today or timezone.localdate()) - timedelta(days=conf.count_days())
    deleted, _by_model = SearchCount.objects.filter(day__lt=first).delete()
    return deleted


def forget_all() -> int:
    deleted, _by_model = SearchCount.objects.all().delete()
    return deleted
