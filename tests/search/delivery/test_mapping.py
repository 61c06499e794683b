"""What is sent of a document, field by field."""

from datetime import UTC, datetime, timedelta

import pytest

from cop_search.delivery.target import Stored
from cop_search.documents import Draft
from cop_search.engines.elasticsearch.mapping import MAPPING, as_source, keyword, microseconds

OPENS = datetime(2026, 6, 15, 12, 0, 0, 1, tzinfo=UTC)


def draft(**columns):
    nothing = dict.fromkeys(("opens", "closes", "sort_date", "first_published", "expires"))
    made_of = {
        "locale": "nl",
        "site_id": 3,
        "kind": "offer",
        "title": "Steun & hulp",
        "title_key": "steun hulp",
        "url": "/steun/",
        "terms": {"theme": ["circular"], "year": ["2026"]},
        "has_state": True,
        "closed": False,
        **nothing,
    }
    words = (("steun", "hulp"), ("delft",), (), ("geld", "geld"), ("bedrijf",))
    return Draft(7, {**made_of, **columns}, (), words)


def test_all_that_is_searched_counted_and_sorted_by_is_sent():
    document = draft(opens=OPENS, sort_date=OPENS)
    assert as_source(Stored(70, document)) == {
        "page_id": 7,
        "document_id": 70,
        "fingerprint": document.fingerprint,
        "locale": "nl",
        "site_id": 3,
        "kind": "offer",
        "terms": {"theme": ["circular"], "year": ["2026"]},
        "title": "steun hulp",
        "names": "delft",
        "summary": "",
        "text": "geld geld",
        "parts": "bedrijf",
        "title_key": "steun hulp",
        "title_words": "steun hulp",
        "has_state": True,
        "closed": False,
        "opens": 1_781_524_800_000_001,
        "sort_date": 1_781_524_800_000_001,
        "when": {"has_state": True, "closed": False, "sort_date": 1_781_524_800_000_001},
    }


def test_only_what_the_mapping_knows_is_sent():
    every = dict.fromkeys(("opens", "closes", "sort_date", "first_published", "expires"), OPENS)
    sent = as_source(Stored(70, draft(**every)))
    known = MAPPING["properties"]
    assert known.keys() - sent.keys() == {"words"}
    assert sent.keys() - known.keys() == set()
    assert sent["when"].keys() == known["when"]["properties"].keys()


@pytest.mark.parametrize("moment", [OPENS, datetime(1903, 1, 1, tzinfo=UTC), datetime.max])
def test_moments_are_as_exact_as_in_the_tables(moment):
    moment = moment.replace(tzinfo=UTC)
    number = microseconds(moment)
    assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=number) == moment
    assert microseconds(moment - timedelta(microseconds=1)) == number - 1


def test_a_keyword_is_no_longer_than_an_index_takes():
    assert keyword("steun hulp") == "steun hulp"
    assert keyword("x" * 40_000) == "x" * 32_000
    assert keyword("xé" * 20_000) == ("xé" * 20_000).encode()[:32_000].decode(errors="ignore")
    assert len(keyword("é" * 40_000).encode()) == 32_000
