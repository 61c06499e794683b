"""Django's test runner, which writes down how each test ended."""

import json
import os
import unittest
from pathlib import Path
from typing import Any

from django.test.runner import DiscoverRunner


class Result(unittest.TextTestResult):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ended: dict[str, str] = {}

    def startTest(self, test: unittest.TestCase) -> None:
        super().startTest(test)
        self.ended[test.id()] = "passed"

    def _end(self, test: unittest.TestCase, how: str) -> None:
        self.ended[test.id()] = how

    def addError(self, test: Any, err: Any) -> None:
        super().addError(test, err)
        self._end(test, f"failed: {_said(err)}")

    def addFailure(self, test: Any, err: Any) -> None:
        super().addFailure(test, err)
        self._end(test, f"failed: {_said(err)}")

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._end(test, f"failed: {_said(err)}")

    def addSkip(self, test: Any, reason: str) -> None:
        super().addSkip(test, reason)
        self._end(test, "skipped")

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        super().addExpectedFailure(test, err)
        self._end(test, "failed as expected")

    def addUnexpectedSuccess(self, test: Any) -> None:
        super().addUnexpectedSuccess(test)
        self._end(test, "passed unexpectedly")


def _said(err: Any) -> str:
    return f"{err[0].__name__}: {err[1]}".splitlines()[0][:200]


class Runner(DiscoverRunner):
    def get_resultclass(self) -> Any:
        return Result

    def suite_result(self, suite: Any, result: Any, **kwargs: Any) -> int:
        Path(os.environ["COP_SUITE_RESULT"]).write_text(json.dumps(result.ended))
        return 0
