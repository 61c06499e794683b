"""Elasticsearch: what a cluster is told, by the extra ``wagtail-cop[elasticsearch]``."""
