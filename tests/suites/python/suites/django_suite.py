"""Django's suite: its own `tests/runtests.py`, in one process, on SQLite."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import traceback
import unittest
from functools import partial
from typing import Any

from .outcomes import Outcomes


class _Result(unittest.TextTestResult):
    def __init__(self, outcomes: Outcomes, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._outcomes = outcomes

    def startTest(self, test: Any) -> None:
        super().startTest(test)
        self._outcomes.running = test.id()

    def stopTest(self, test: Any) -> None:
        super().stopTest(test)
        self._outcomes.running = None

    def addSuccess(self, test: Any) -> None:
        super().addSuccess(test)
        self._outcomes.add(test.id(), "passed")

    def addFailure(self, test: Any, err: Any) -> None:
        super().addFailure(test, err)
        self._failed(test, err)

    def addError(self, test: Any, err: Any) -> None:
        super().addError(test, err)
        self._failed(test, err)

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._failed(test, err)

    def addSkip(self, test: Any, reason: str) -> None:
        super().addSkip(test, reason)
        self._outcomes.add(test.id(), "skipped", reason)

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        super().addExpectedFailure(test, err)
        self._outcomes.add(test.id(), "skipped", "fails as expected")

    def addUnexpectedSuccess(self, test: Any) -> None:
        super().addUnexpectedSuccess(test)
        self._outcomes.add(test.id(), "failed", "succeeds unexpectedly")

    def _failed(self, test: Any, error: Any) -> None:
        self._outcomes.add(test.id(), "failed", "".join(traceback.format_exception(*error)))


def run(folder: str, module: str, outcomes: Outcomes) -> None:
    """Runs the tests of one label, as `runtests.py LABEL --parallel=1` does."""
    tests = os.path.join(folder, "tests")
    os.chdir(tests)
    sys.path.insert(0, tests)
    os.environ["DJANGO_SETTINGS_MODULE"] = "test_sqlite"
    os.environ["TMPDIR"] = tempfile.tempdir = tempfile.mkdtemp(prefix="django_")
    runtests: Any = importlib.import_module("runtests")
    from django.test.runner import DiscoverRunner

    labels, state = runtests.setup_run_tests(0, None, None, test_labels=[module])
    runner = DiscoverRunner(verbosity=0, interactive=False, enable_faulthandler=False)
    runner.get_resultclass = lambda: partial(_Result, outcomes)
    runner.run_tests(labels)
    runtests.teardown_run_tests(state)
