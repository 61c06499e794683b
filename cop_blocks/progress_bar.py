"""A bar for long work at a terminal."""

import time
from typing import Any, Final

_WIDTH: Final = 30


class ProgressBar:
    """One line that fills up on a terminal; where the output goes to a file or a log, nothing.

    ``stream`` is the ``stdout`` of a command.
    """

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.started = time.monotonic()
        self.is_open = False

    def show(self, done: int, total: int) -> None:
        if not self.stream.isatty() or not total:
            return
        full = _WIDTH * done // total
        left = (time.monotonic() - self.started) / done * (total - done) if done else 0
        bar = "█" * full + "░" * (_WIDTH - full)
        line = f"\r{bar} {100 * done // total:3} %  {done:,} / {total:,}  {_clock(left)} "
        self._write(line)
        self.is_open = True

    def close(self) -> None:
        """What is written next begins on a line of its own."""
        if self.is_open:
            self._write("\n")
            self.is_open = False

    def _write(self, text: str) -> None:
        self.stream.write(text, ending="")
        self.stream.flush()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
