"""asgiref's suite: pytest with pytest-asyncio, configured by asgiref's own setup.cfg."""

from __future__ import annotations

import os

import pytest

from .outcomes import Outcomes


class _Reporter:
    def __init__(self, outcomes: Outcomes) -> None:
        self._outcomes = outcomes

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._outcomes.running = nodeid

    def pytest_runtest_logfinish(self) -> None:
        self._outcomes.running = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._outcomes.add(report.nodeid, "failed", report.longreprtext)
        elif report.skipped:
            self._outcomes.add(report.nodeid, "skipped", _reason_of(report))
        elif report.when == "call":
            self._outcomes.add(report.nodeid, "passed")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._outcomes.add(report.nodeid, "failed", report.longreprtext)


def _reason_of(report: pytest.TestReport) -> str:
    if hasattr(report, "wasxfail"):
        return "fails as expected"
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)


def run(folder: str, module: str, outcomes: Outcomes) -> None:
    """Runs `tests/{module}.py` of the source distribution in `folder`."""
    os.chdir(folder)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # of the installed, only those named
    disabled = ("cacheprovider", "doctest", "faulthandler")
    arguments = [f"tests/{module}.py", "-q", "--capture=sys", "-p", "pytest_asyncio.plugin"]
    # Some tests assert in threads that they start: there, too, a failure is to be one.
    arguments += ["-W", "error::pytest.PytestUnhandledThreadExceptionWarning"]
    for plugin in disabled:
        arguments += ["-p", f"no:{plugin}"]
    pytest.main(arguments, plugins=[_Reporter(outcomes)])
