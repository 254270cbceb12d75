"""What several runs of one scenario promise together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from expectation import Disagreement, expectation_of
from native_runner import LogLine, NativeRun, Response

ANSWERED = Response(
    status=200,
    headers={"X-Kept": "1", "X-Random": "a"},
    body="ok",
    server_error=None,
    wrote_after_disconnect=False,
    start=0.1,
    seconds=0.1,
    done=0.12,
)


def line(request: str | None, text: str, seconds: float, thread: str = "loop") -> LogLine:
    """One logged line."""
    return LogLine(request, "log", text, thread, "server", seconds)


def run_of(*lines: LogLine, response: Response = ANSWERED, seconds: float = 0.2) -> NativeRun:
    """A run that wrote these lines."""
    return NativeRun(
        startup_error=None,
        log=lines,
        responses={"A": response},
        hops={},
        warnings=(),
        django_records=(),
        loop_errors=(),
        seconds=seconds,
        processor_seconds=0.0,
        longest_hold=0,
    )


def test_one_requests_order_is_exact_where_all_runs_have_it() -> None:
    first, second = line("A", "in", 0.0), line("A", "out", 0.0)
    assert expectation_of([run_of(first, second)] * 2)["order"] == "exact"
    assert expectation_of([run_of(first, second), run_of(second, first)])["order"] == "phase-set"


def test_between_requests_no_order_is_promised() -> None:
    lines = (line("A", "in", 0.0), line("B", "in", 0.0), line("A", "out", 0.0))
    assert expectation_of([run_of(*lines)] * 2)["order"] == "per-request"


def test_a_pause_separates_two_phases() -> None:
    together = run_of(line("A", "in", 0.0), line("A", "out", 0.01))
    apart = run_of(line("A", "in", 0.0), line("A", "out", 0.1))
    assert [one["phase"] for one in expectation_of([apart])["log"]] == [0, 1]
    assert expectation_of([together, together])["phases_stable"]
    assert not expectation_of([together, apart])["phases_stable"]


def test_lines_of_the_start_up_stand_apart() -> None:
    expected = expectation_of([run_of(line(None, "built", 0.0, "main"), line("A", "in", 0.1))])
    assert expected["startup_log"] == ["built"]
    assert [one["text"] for one in expected["log"]] == ["in"]


def test_times_are_those_of_the_quickest_run() -> None:
    slow = replace(ANSWERED, start=0.3, done=0.4)
    expected = expectation_of([run_of(response=slow, seconds=0.4), run_of()])
    assert expected["elapsed_s"] == 0.12
    assert expected["responses"]["A"]["response_start_s"] == 0.1


def test_what_differs_from_run_to_run_is_left_open() -> None:
    other = replace(ANSWERED, headers={"X-Kept": "1", "X-Random": "b"}, body="no")
    response = expectation_of([run_of(), run_of(response=other)])["responses"]["A"]
    assert response["headers"] == {"X-Kept": "1"}
    assert response["body"] is None


def test_an_error_instead_of_a_response_is_the_servers_500() -> None:
    broken = replace(ANSWERED, status=None, server_error="ValueError: boom", start=None)
    response = expectation_of([run_of(response=broken)])["responses"]["A"]
    assert (response["status"], response["server_error"]) == ("server-500", "ValueError: boom")


def test_runs_that_differ_in_a_status_make_no_expectation() -> None:
    with pytest.raises(Disagreement, match="the status of A: 200, 500"):
        expectation_of([run_of(), run_of(response=replace(ANSWERED, status=500))])
