"""The search servers that we know; the client of each is imported when one is used."""

from cop_search.delivery.target import Target

ELASTICSEARCH = "elasticsearch"


def make_elasticsearch() -> Target:
    from cop_search.engines.elasticsearch.target import ElasticsearchTarget

    return ElasticsearchTarget()
