"""The whole answer that a visitor gets: the page with its filters, from the request to the HTML."""

import random
from collections.abc import Iterator
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.corpus.asking import query
from benchmarks.corpus.filling import homes
from benchmarks.corpus.timing import median, once, p95
from cop_search.facade import SearchQuery
from cop_search.models import SearchPage

_SLUG = "search"


def measure(words: list[str], rounds: int) -> Iterator[tuple[str, str]]:
    client, address = Client(), _search_page().url
    chance = random.Random(2)  # noqa: S311
    asked = [query(words[number % len(words)], chance) for number in range(rounds)]
    get = partial(_get, client, address)
    get(asked[0])
    spent = [once(partial(get, each)) for each in asked]
    yield (
        "whole answer, usual word, options chosen, median / p95",
        f"{median(spent):.1f} / {p95(spent):.1f} ms",
    )
    with CaptureQueriesContext(connection) as counted:
        get(asked[0])
    yield "statements of the whole answer", str(len(counted))


def _search_page() -> SearchPage:
    found: SearchPage | None = SearchPage.objects.filter(slug=_SLUG).first()
    if found is None:
        found = SearchPage(title="Zoeken", slug=_SLUG, locale=homes()["nl"].locale)
        homes()["nl"].add_child(instance=found)
    return found


def _get(client: Client, address: str, asked: SearchQuery) -> None:
    answer = client.get(address, {"q": asked.q, **asked.filters})
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
