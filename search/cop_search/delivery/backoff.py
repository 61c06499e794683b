"""How long to wait before a server is asked again."""

import random

#: In seconds: after the first failure, and never longer than.
FIRST, LONGEST = 1.0, 60.0


def pause(failures: int) -> float:
    """Twice as long after each failure in a row, and by chance between half of it and all of it:
    those who failed together do not come back together."""
    whole = min(LONGEST, FIRST * 2 ** min(max(failures - 1, 0), 30))
    return random.uniform(whole / 2, whole)  # noqa: S311
