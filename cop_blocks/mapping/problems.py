"""Why nothing was mapped."""

from collections.abc import Sequence


class MappingRefusedError(Exception):
    """Nothing was written; each problem says what is wrong and what to do."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems: Sequence[str] = problems
