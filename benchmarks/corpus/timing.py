"""Milliseconds: medians and 95th percentiles of things done in turn."""

import statistics
import time
from collections.abc import Callable, Sequence


def once(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - started)


def times(actions: Sequence[Callable[[], object]]) -> list[float]:
    return [once(do) for do in actions]


def p95(spent: Sequence[float]) -> float:
    return sorted(spent)[min(len(spent) - 1, round(0.95 * len(spent)))]


median = statistics.median
