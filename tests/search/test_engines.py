"""Which engine is taken, and what is told where there is none."""

from django.db import connection

from cop_search.checks import check_engine
from cop_search.engines import get_engine
from cop_search.engines.postgresql import PostgreSQLEngine


def test_the_database_chooses_its_own_engine():
    assert get_engine().name == connection.vendor
    assert check_engine() == []


def test_a_setting_chooses_another(settings):
    settings.COP_SEARCH_ENGINE = "cop_search.engines.postgresql.PostgreSQLEngine"
    assert isinstance(get_engine(), PostgreSQLEngine)


def test_check_tells_of_a_database_or_an_engine_that_is_not_there(settings, monkeypatch):
    settings.COP_SEARCH_ENGINE = "nowhere.Engine"
    assert [problem.id for problem in check_engine()] == ["cop_search.E001"]
    settings.COP_SEARCH_ENGINE = None
    monkeypatch.setattr(connection, "vendor", "oracle")
    (problem,) = check_engine()
    assert problem.msg == (
        "cop_search has no engine: it finds in SQLite and PostgreSQL, not in oracle."
    )
