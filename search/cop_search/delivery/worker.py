"""Draining by the host's own worker, where it has one (``COP_SEARCH["tasks"]``).

A backend that runs a task at once, within the request, is refused: publishing never talks to a
search server.
"""

from cop_blocks.worker import queueing_backend
from cop_search import conf
from cop_search.delivery.target import targets


def enqueue_drain() -> None:
    """After a commit that changed pages."""
    if conf.search_server().get("tasks") and targets() and queueing_backend():
        from cop_search.delivery.tasks import drain_all

        drain_all.enqueue()
