"""What ``check --deploy`` tells of a search server, which it does not ask."""

from django.core.checks import run_checks

from cop_search.checks import check_deliveries_before_deploying
from cop_search.delivery.drain import drain
from tests.search.delivery.cluster import NAME
from tests.search.factories import page


def told():
    return [(each.id, each.msg) for each in check_deliveries_before_deploying()]


def test_a_site_without_a_search_server_is_well(site):
    assert told() == []


def test_a_server_that_is_filled_is_well_and_not_asked(site, cluster):
    cluster.away = "refused"
    assert told() == []


def test_a_server_that_is_to_be_filled(site, empty_cluster):
    said = "The search server is not filled yet: until then the database answers."
    assert told() == [("cop_search.W006", said)]


def test_another_mapping_or_analysis_asks_for_a_rebuild(site, cluster):
    cluster.schema = "2"
    said = "The search server was filled by another version of cop_search: until then the database "
    assert told() == [("cop_search.W006", said + "answers.")]


def test_what_was_refused_is_told_with_its_error(site, cluster):
    wrong = page(site.home, "Fout")
    cluster.refuses = {"Fout"}
    list(drain(NAME, cluster))
    said = f"1 pages were refused by {NAME}, as page {wrong.pk}: no"
    assert told() == [("cop_search.W007", said)]


def test_it_is_told_before_deploying_and_of_a_database_and_otherwise_not(site, empty_cluster):
    assert not [each for each in run_checks() if each.id == "cop_search.W006"]
    with_database = run_checks(databases=["default"])
    assert len([each for each in with_database if each.id == "cop_search.W006"]) == 1
    deploying = run_checks(include_deployment_checks=True)
    assert [each.id for each in deploying if each.id == "cop_search.W006"] == ["cop_search.W006"]
