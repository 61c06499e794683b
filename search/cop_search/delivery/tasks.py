"""What the worker runs. Imported only where there is one."""

import logging

from cop_blocks.worker import task
from cop_search.delivery.drain import drain
from cop_search.delivery.target import Away, targets

logger = logging.getLogger("cop_search")


@task()
def drain_all() -> int:
    """All that waits, once. What a server that is away did not get is left to the next change, or
    to ``cop_search_drain``. Answers how many pages were delivered."""
    delivered = 0
    for name, target in targets().items():
        try:
            delivered += sum(bundle.pages for bundle in drain(name, target))
        except Away as problem:
            logger.warning("The search server gets nothing: %s", problem)
    return delivered
