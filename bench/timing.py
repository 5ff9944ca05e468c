"""Timing for the bench: the median of several runs after one that is not counted."""

import statistics
import time
from collections.abc import Callable


def median_ms(work: Callable[[], object], runs: int = 7) -> float:
    """Median milliseconds of `work`."""
    work()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)
