"""Whether the cluster may answer, and what it still has that nobody may find any more."""
# ruff: noqa: S608

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connections
from wagtail.models import Locale

from cop_search import index
from cop_search.delivery.servers import ELASTICSEARCH
from cop_search.engines.elasticsearch.mapping import schema
from cop_search.hidden import IS_HIDDEN, PAGES
from cop_search.models import Document, Outbox, Reader

#: So many pages are excluded in a query; where more have gone, the tables answer.
MOST_EXCLUDED = 1_000


@dataclass(frozen=True, slots=True)
class Standing:
    is_ready: bool
    gone: tuple[int, ...]

    @property
    def answers(self) -> bool:
        return self.is_ready and len(self.gone) <= MOST_EXCLUDED


def standing(locale: str, site_id: int | None, moment: datetime) -> Standing:
    """One statement. ``gone`` are the pages that are not in this language, or on this site, any
    more, or expired, and of which the cluster has not said that it knows; pages of another language
    are among them as far as there is room, since only one that changed its language can matter."""
    connection = connections[index.using()]
    reader, outbox, document, of_language = (
        model._meta.db_table for model in (Reader, Outbox, Document, Locale)
    )
    there = "d.page_id = o.page_id AND d.locale = %s AND (d.expires IS NULL OR d.expires > %s)"
    now = connection.ops.adapt_datetimefield_value(moment)
    params: list[Any] = [ELASTICSEARCH, locale, locale, now]
    if site_id is not None:
        there += " AND d.site_id = %s"
        params.append(site_id)
    statement = (
        f"SELECT 0 AS page_id, 0 AS elsewhere, made_with FROM {reader} "
        "WHERE name = %s AND is_complete UNION ALL SELECT page_id, elsewhere, '' FROM ("
        "SELECT DISTINCT o.page_id, "
        "CASE WHEN l.language_code <> %s THEN 1 ELSE 0 END AS elsewhere "
        f"FROM {outbox} o LEFT JOIN {document} d ON {there} "
        f"LEFT JOIN {PAGES} p ON p.id = o.page_id LEFT JOIN {of_language} l ON l.id = p.locale_id "
        f"WHERE o.reader = %s AND (d.id IS NULL OR {IS_HIDDEN}) "
        f"ORDER BY elsewhere LIMIT {MOST_EXCLUDED + 1}) gone"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*params, ELASTICSEARCH])
        rows = cursor.fetchall()
    made_with = {text for page_id, _, text in rows if not page_id}
    gone = [page_id for page_id, elsewhere, _ in rows if page_id and not elsewhere]
    others = [page_id for page_id, elsewhere, _ in rows if page_id and elsewhere]
    room = max(0, MOST_EXCLUDED - len(gone))
    return Standing(made_with == {schema()}, (*gone, *others[:room]))
