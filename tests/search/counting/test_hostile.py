"""What nobody can make the counters do."""

from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from cop_search.counting import token as tokens
from cop_search.models import SearchCount
from tests.search.counting.conftest import ORIGIN


@pytest.fixture
def token(results):
    return results("subsidie")["data-cop-searched"]


@pytest.fixture(autouse=True)
def _nothing_was_counted(db):
    yield
    assert SearchCount.objects.count() == 0


@pytest.mark.parametrize("made_up", ["", "x", "a:b:c", "é", "\x00", "[1]"])
def test_what_is_no_token_is_refused(post, site, made_up):
    assert post(made_up) == 400


def test_a_token_signed_for_something_else_is_refused(post, site):
    assert post(signing.dumps([1, "nl", "k", "x", 0, "y"])) == 400


def test_a_changed_token_is_refused(post, token):
    payload, _, rest = token.partition(":")
    assert post(f"{payload[:-1]}{'A' if payload[-1] != 'A' else 'B'}:{rest}") == 400


def test_something_else_that_we_signed_is_refused(post, site):
    for said in ([], [1], "text", {"a": 1}, None):
        assert post(signing.dumps(said, salt=tokens._SALT)) == 400


def test_an_old_token_is_refused(post, token, monkeypatch):
    later = timezone.now() + timedelta(seconds=tokens.MAX_AGE + 5)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)

    assert post(token) == 400


def test_an_oversized_body_is_refused_unread(post, token):
    assert post(token + "x" * tokens.MAX_SIZE) == 400


@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete"])
def test_another_method_is_refused(visitor, site, method):
    answer = getattr(visitor, method)(reverse("cop_search_searched"), headers=ORIGIN)

    assert answer.status_code == 405


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://elders.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.elders.example"},
        {"Origin": "http://localhost:81"},
        {**ORIGIN, "Sec-Fetch-Site": "cross-site"},
        {**ORIGIN, "Sec-Fetch-Site": "same-site"},
        {"Referer": "http://localhost/"},
    ],
)
def test_a_page_elsewhere_counts_nothing(post, token, headers):
    assert post(token, headers) == 403


@pytest.mark.parametrize("asks", [{"DNT": "1"}, {"Sec-GPC": "1"}])
def test_who_asks_not_to_be_tracked_is_not_counted(post, token, asks):
    assert post(token, {**ORIGIN, **asks}) == 204
