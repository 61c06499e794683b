"""What ``manage.py check`` says of a ``COP_SEARCH`` that cannot work."""

import pytest

from cop_search.checks import check_deliveries
from cop_search.engines.elasticsearch import checks
from cop_search.engines.elasticsearch.checks import check_search_server
from cop_search.engines.elasticsearch.options import OURS, options

HOSTS = ["http://127.0.0.1:9200"]
RIGHT = {"engine": "elasticsearch", "hosts": HOSTS}


def problems():
    return [(problem.id, problem.msg) for problem in check_search_server()]


@pytest.mark.parametrize(
    "written",
    [
        {},
        RIGHT,
        {**RIGHT, "prefix": "north-1", "shards": 3, "replicas": 2},
        {**RIGHT, "options": {"api_key": "k", "http_compress": True}},
        {**RIGHT, "hosts": ("https://a.example:9200", "https://b.example:9200")},
    ],
)
def test_what_is_right_passes(settings, written):
    settings.COP_SEARCH = written
    assert problems() == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"engine": "elastic", "hosts": HOSTS}, "its engine is 'elastic', and only "),
        ({"hosts": HOSTS}, "its engine is None, and only "),
        ({"engine": "elasticsearch"}, 'it has no list "hosts"'),
        ({**RIGHT, "hosts": []}, 'it has no list "hosts"'),
        ({**RIGHT, "hosts": "http://127.0.0.1:9200"}, 'it has no list "hosts"'),
        ({**RIGHT, "hosts": ["search.example"]}, "no client can be made of it: "),
        ({**RIGHT, "prefix": "a.b"}, "COP_SEARCH: 'a.b' cannot be the prefix"),
        ({**RIGHT, "indexes": 3}, "it has 'indexes', which is nothing"),
        ({**RIGHT, "options": {"api-key": "k"}}, "no client can be made of it: "),
        (
            {**RIGHT, "options": {"max_retries": 3}},
            "'max_retries' in its \"options\" has no effect",
        ),
        ({**RIGHT, "options": {"ca_certs": "/nowhere.pem"}}, "is '/nowhere.pem', which is no file"),
    ],
)
def test_what_is_wrong_is_told(settings, written, message):
    settings.COP_SEARCH = written
    ((number, told),) = problems()
    assert number == "cop_search.E004"
    assert message in told
    assert all(problem.hint for problem in check_search_server())


def test_a_client_that_is_not_installed_is_told_with_the_command(settings, monkeypatch):
    monkeypatch.setattr(checks, "find_spec", lambda name: None)
    settings.COP_SEARCH = RIGHT
    (problem,) = check_search_server()
    assert problem.msg == "COP_SEARCH: its client is not installed."
    assert problem.hint == 'Run pip install "wagtail-cop[elasticsearch]".'


def test_a_secret_that_goes_in_the_clear_is_told(settings, monkeypatch):
    far = {**RIGHT, "hosts": ["https://a.example:9200", "http://b.example:9200"]}
    settings.COP_SEARCH = far
    assert problems() == []
    monkeypatch.setenv("COP_SEARCH_API_KEY", "geheim")
    ((number, told),) = problems()
    assert number == "cop_search.W009"
    assert "goes to http://b.example:9200 in the clear" in told
    assert "geheim" not in told
    settings.COP_SEARCH = RIGHT
    assert problems() == []


def test_secrets_come_from_the_environment_where_the_settings_have_none(settings, monkeypatch):
    settings.COP_SEARCH = RIGHT
    assert options() == {}
    monkeypatch.setenv("COP_SEARCH_PASSWORD", "geheim")
    assert options() == {"basic_auth": ("elastic", "geheim")}
    monkeypatch.setenv("COP_SEARCH_USER", "site")
    assert options() == {"basic_auth": ("site", "geheim")}
    monkeypatch.setenv("COP_SEARCH_API_KEY", "sleutel")
    assert options() == {"api_key": "sleutel"}
    settings.COP_SEARCH = {**RIGHT, "options": {"basic_auth": ("a", "b"), "ca_certs": "ca.pem"}}
    assert options() == {"basic_auth": ("a", "b"), "ca_certs": "ca.pem"}


def test_what_is_ours_to_say_is_taken_from_no_setting(settings):
    settings.COP_SEARCH = {**RIGHT, "options": dict.fromkeys(OURS, 1)}
    assert options() == {}


@pytest.mark.parametrize("wrong", [{"hosts": ["nowhere"]}, {"prefix": "a.b"}])
def test_what_is_wrong_is_told_once_and_stops_no_other_check(settings, wrong):
    settings.COP_SEARCH = {**RIGHT, **wrong}
    assert check_deliveries(["default"]) == []
    assert [number for number, _ in problems()] == ["cop_search.E004"]
