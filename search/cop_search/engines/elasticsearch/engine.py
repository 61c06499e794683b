"""Finds in a cluster: one request, never two; and where it does not answer, in the tables."""

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from cop_search import conf
from cop_search.delivery.target import Away
from cop_search.engines.base import Answer, Engine, Question, SuggestQuestion
from cop_search.engines.elasticsearch import asking, names
from cop_search.engines.elasticsearch.answering import Found, answer, ids, whole
from cop_search.engines.elasticsearch.breaker import LeftAlone
from cop_search.engines.elasticsearch.reading_client import READ
from cop_search.engines.elasticsearch.reading_client import asking as asked
from cop_search.engines.elasticsearch.standing import standing

logger = logging.getLogger(__name__)

_LANGUAGE = re.compile("[a-z][a-z0-9-]*", re.IGNORECASE)

Given = TypeVar("Given")


class NotThere(Away):
    """It has no index of the language and the site: no page of them was ever sent to it."""


class ElasticsearchEngine:
    """Reads from the cluster; ``tables`` hold the same, and answer where it does not. Of what it
    finds the tables give the cards."""

    name = "elasticsearch"

    def __init__(self, tables: Engine) -> None:
        self.tables = tables

    def query(self, question: Question) -> Answer:
        """Past ``asking.WINDOW`` hits the tables answer, which sort as many as there are."""

        def in_tables() -> Answer:
            return replace(self.tables.query(question), engine=self.tables.name)

        def in_cluster(excluded: tuple[int, ...]) -> Answer:
            found = self._search(question, asking.body(question, excluded))
            said = answer(found, question)
            if said.page < question.page:
                # There is no such page: the last one is given, which nobody knew before.
                last = replace(question, page=said.page, facets=())
                if last.page * last.page_size > asking.WINDOW:
                    return in_tables()
                again = answer(self._search(last, asking.body(last, excluded)), last)
                said = replace(said, document_ids=again.document_ids, page_ids=again.page_ids)
            return replace(said, engine=self.name)

        if question.page * question.page_size > asking.WINDOW:
            return in_tables()
        said, is_away = self._either(question, in_cluster, in_tables)
        # An index that is not there is nothing missing where there is nothing to find.
        missing = is_away is None and said.total > 0
        return replace(said, degraded=bool(is_away or missing))

    def suggest(self, question: SuggestQuestion) -> tuple[int, ...]:
        if not question.words:
            return ()

        def in_cluster(excluded: tuple[int, ...]) -> tuple[int, ...]:
            return ids(self._search(question, asking.titles(question, excluded)), "page_id")

        said, _ = self._either(question, in_cluster, lambda: self.tables.suggest(question))
        return said

    def _either(
        self,
        question: Question | SuggestQuestion,
        in_cluster: Callable[[tuple[int, ...]], Given],
        in_tables: Callable[[], Given],
    ) -> tuple[Given, bool | None]:
        """What one of them says, and whether it had to be the tables; ``None`` where the cluster
        is there and has no such index."""
        if not _LANGUAGE.fullmatch(question.locale):
            return in_tables(), False
        stands = standing(question.locale, question.site_id, question.moment)
        if not stands.answers:
            return in_tables(), True
        try:
            return in_cluster(stands.gone), False
        except NotThere:
            return in_tables(), None
        except LeftAlone:
            # Said once, when it did not answer.
            return in_tables(), True
        except Away as problem:
            logger.warning("The search server does not answer, the tables do: %s", problem)
            return in_tables(), True

    def _search(self, question: Question | SuggestQuestion, body: asking.Body) -> Found:
        with asked() as client:
            found: Found = client.search(
                index=self._alias(question),
                body={**body, "timeout": f"{READ:g}s"},
                ignore_unavailable=True,
                allow_partial_search_results=False,
                # Words are as rare in all shards together: the same score on each.
                search_type="dfs_query_then_fetch",
            ).body
            whole(found)
        if not found["_shards"]["total"]:
            raise NotThere(self._alias(question))
        return found

    def _alias(self, question: Question | SuggestQuestion) -> str:
        prefix = conf.search_prefix()
        if question.site_id is None:
            return names.alias_of_locale(prefix, question.locale)
        return names.alias(prefix, (question.locale, question.site_id))
