"""What is taken home from the playground does under uvicorn what the recorded run did."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from course_material import CONTENT, example_scenario, real_time, without_times
from taken_home import run_its_tests, serve, take_home

EXAMPLES = {
    "simple-async-middleware/first-layer": "an async layer",
    "simple-async-middleware/forgotten-await": "an error inside a layer",
    "mixing-sync-and-async/mixed-stack": "sync and async layers",
    "mixing-sync-and-async/all-sync": "sync layers only",
    "async-in-production/no-brake": "a limit that refuses",
    "context-across-hops/request-id-in-logs": "LOGGING among the settings",
    "context-across-hops/thread-local": "URLs of its own",
    "async-orm/one-by-one": "a database",
    "async-orm/atomic-requests": "a database whose options the scenario set",
    "production-patterns/header-from-query": "a database that a layer asks",
    "declaring-layers/not-used": "a layer that takes itself out",
    "disconnects-and-deadlines/deadline-over-sync": "a deadline",
    "hooks/exception-hooks-async": "exceptions and their hooks",
    "hooks/view-hook-answers": "a hook that answers",
    "myth-always-faster/defaults-async": "Django's own layers",
    "order-and-cost/sync-first": "a set-up that orders the layers",
    "pitfall-missing-await/no-await": "an error that leaves Django",
    "streaming/pieces-of-a-stream": "a stream",
    "internal-flow/under-wsgi": "WSGI",
    "what-is-middleware/early-answer": "an early answer under WSGI",
}
WITH_THEIR_OWN_TESTS = (
    "async-orm/one-by-one",
    "production-patterns/header-from-query",
    "hooks/exception-hooks-async",
    "order-and-cost/sync-first",
    "pitfall-missing-await/no-await",
    "what-is-middleware/early-answer",
)
OF_THE_SERVER = (500, "Internal Server Error")
"""What uvicorn answers where an error left Django."""


APART = 25_000
"""Microseconds of the recorded run that a busy machine does not bridge: what is less apart, of
different requests, may come in any order."""


def recording_of(example: str) -> dict[str, Any]:
    unit, name = example.split("/")
    path = CONTENT / unit / "examples" / name / "recording.json"
    recording: dict[str, Any] = json.loads(path.read_text())
    return recording


def moments_of(recording: dict[str, Any]) -> list[Counter[str]]:
    """The printed lines, in order; those whose order only the virtual clock fixes, together."""
    printed = [
        event
        for event in recording["events"]
        if event["kind"] == "output" and event["stream"] in ("stdout", "log")
    ]
    # uvicorn has more threads for WSGI than the run had.
    apart = APART if recording["server"] == "asgi" else recording["duration"]
    moments: list[Counter[str]] = []
    for place, event in enumerate(printed):
        before, after = printed[:place], printed[place:]
        if not moments or not any(may_swap(a, b, apart) for a in before for b in after):
            moments.append(Counter())
        moments[-1][without_times(event["text"])] += 1
    return moments


def may_swap(one: dict[str, Any], later: dict[str, Any], apart: int) -> bool:
    """Whether two lines may come the other way round; what is printed at the start comes first."""
    requests = {one["request"], later["request"]}
    return len(requests - {None}) == 2 and later["t"] - one["t"] < apart


@pytest.mark.parametrize("example", EXAMPLES, ids=EXAMPLES.values())
def test_a_project_answers_and_prints_as_its_run(example: str, tmp_path: Path) -> None:
    project, recording = take_home(example, tmp_path), recording_of(example)
    requests = example_scenario(*example.split("/"))["requests"]

    @real_time
    def matches() -> None:
        served = serve(project, requests)
        assert {request: (one.status, one.body) for request, one in served.answers.items()} == {
            row["id"]: OF_THE_SERVER if row["status"] is None else (row["status"], row["body"])
            for row in recording["requests"]
        }
        lines = iter(without_times(line) for line in served.lines)
        for moment in moments_of(recording):
            assert Counter(islice(lines, moment.total())) == moment
        assert list(lines) == []

    matches()


@pytest.mark.parametrize("example", WITH_THEIR_OWN_TESTS)
def test_the_tests_of_a_project_pass_as_they_are(example: str, tmp_path: Path) -> None:
    tested = run_its_tests(take_home(example, tmp_path))
    assert tested.returncode == 0, tested.stderr
    assert "Ran 1 test" in tested.stderr


def test_the_tests_of_a_project_fail_once_it_answers_otherwise(tmp_path: Path) -> None:
    project = take_home("simple-async-middleware/first-layer", tmp_path)
    views = project / "views.py"
    views.write_text(
        views.read_text().replace("HttpResponse(", "HttpResponse(status=418, content=")
    )
    tested = run_its_tests(project)
    assert tested.returncode != 0
    assert "418 != 200" in tested.stderr
