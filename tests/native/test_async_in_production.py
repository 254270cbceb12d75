"""What the exercise of "Async middleware in production scenarios" rests on, on native Django."""

from __future__ import annotations

import pytest
from course_material import real_time, run_attempt
from native_runner import NativeRun

UNIT = "async-in-production"


def measured(run: NativeRun) -> dict[str, float]:
    return {
        request: float(response.headers["X-Time-Ms"]) for request, response in run.responses.items()
    }


@real_time
def test_a_local_variable_keeps_the_start_of_each_request_the_failing_one_included() -> None:
    views, above_slow = run_attempt(UNIT, "solution")
    assert views.statuses == [200, 200, 500]
    assert measured(views) == pytest.approx({"A": 200, "B": 50, "C": 100}, abs=50)
    assert measured(above_slow) == pytest.approx({"A": 150, "B": 150, "C": 150}, abs=50)


def test_a_start_on_self_is_overwritten_by_the_next_request() -> None:
    _, above_slow = run_attempt(UNIT, "wrong/start_on_self")
    assert measured(above_slow)["A"] < 100


def test_the_clock_of_the_process_stands_still_while_a_request_waits() -> None:
    views, _ = run_attempt(UNIT, "wrong/process_time")
    assert measured(views)["A"] < 100
