"""How tests by chance are run: how many examples, and from which seed, which is always told.

``COP_RANDOM_EXAMPLES`` sets how many; ``COP_RANDOM_SEED`` plays a run again.
"""

import os
import random
from collections.abc import Callable
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase

#: ``make test`` takes few; ``tools/test_rest.py chance`` five times as many.
EXAMPLES = int(os.environ.get("COP_RANDOM_EXAMPLES", "400"))

#: Of one site at most, so that a larger run also sees more sites.
EXAMPLES_OF_ONE = 500

SEED = int(os.environ.get("COP_RANDOM_SEED") or random.SystemRandom().randrange(10**9))

RUNS = max(2, -(-EXAMPLES // EXAMPLES_OF_ONE))


def try_all(seed: int, strategy: Any, check: Callable[[Any], None], *, examples: int = 0) -> None:
    """Calls ``check`` with values of ``strategy``. A timing never decides, and nothing is kept
    from run to run: the seed alone says which values come."""
    settings = hypothesis.settings(
        max_examples=examples or -(-EXAMPLES // RUNS),
        deadline=None,
        database=None,
        derandomize=False,
        print_blob=False,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        # Sites are made before, so a slow one says nothing of the values.
        suppress_health_check=(HealthCheck.too_slow,),
    )
    print(f"COP_RANDOM_SEED={SEED}, this run: {seed}")
    hypothesis.seed(seed)(settings(hypothesis.given(strategy)(check)))()
