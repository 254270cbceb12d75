"""What the unit "Disconnects and deadlines" says beyond its examples, on native Django."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from course_material import example_scenario, real_time, run_attempt, run_example
from native_runner import NativeRun, run_natively

UNIT = "disconnects-and-deadlines"

SYNC_LAYER = """
def Layer(get_response):
    def middleware(request):
        log("in")
        try:
            return get_response(request)
        except BaseException as error:
            log(type(error).__name__)
            raise
        finally:
            log("finally")
    return middleware
"""
WAITING_VIEW = """
import asyncio
from django.http import HttpResponse
async def view(request):
    await asyncio.sleep(0.3)
    return HttpResponse("ok")
"""


def sync_layer_over(view: str, request: dict[str, Any]) -> NativeRun:
    return run_natively(
        {
            "layers": [{"entry": "Layer", "source": SYNC_LAYER}],
            "view": view,
            "requests": [{"id": "A", "path": "/", **request}],
            "linger": 0.1,
        }
    )


def test_a_sync_layer_hears_of_the_cancellation_in_its_thread() -> None:
    run = sync_layer_over(WAITING_VIEW, {"disconnect_after": 0.1})
    assert run.lines_of("A") == [("in", "w1"), ("CancelledError", "w1"), ("finally", "w1")]


def test_a_client_that_leaves_while_it_sends_the_body_reaches_no_layer() -> None:
    body: dict[str, Any] = {"method": "POST", "body_chunks": [[0, "half"], [0.1, None]]}
    run = sync_layer_over(WAITING_VIEW, body)
    assert run.lines_of("A") == []
    assert run.responses["A"].status is None


@real_time
def test_a_request_is_not_over_before_its_thread_is() -> None:
    run = run_example(UNIT, "sync-view-runs-on")
    assert run.responses["A"].done == pytest.approx(0.2, abs=0.06)


def test_a_swallowed_cancellation_is_logged_and_sent_to_nobody() -> None:
    run = run_example(UNIT, "swallowed")
    assert run.responses["A"].wrote_after_disconnect
    assert not run_example(UNIT, "client-leaves").responses["A"].wrote_after_disconnect
    assert "Service Unavailable: /report" in run.django_log


def test_a_timeout_lets_a_cancellation_pass_that_is_not_its_own() -> None:
    scenario = example_scenario(UNIT, "deadline-over-async")
    requests = [{"id": "A", "path": "/report", "disconnect_after": 0.05}]
    run = run_natively({**scenario, "requests": requests})
    assert [text for text, _ in run.lines_of("A")] == ["view asks"]
    assert run.responses["A"].status is None


def test_a_second_cancellation_interrupts_the_cleanup() -> None:
    done = []

    async def work() -> None:
        try:
            await asyncio.sleep(1)
        finally:
            await asyncio.sleep(1)
            done.append("cleaned up")

    async def cancel_twice() -> None:
        task = asyncio.create_task(work())
        for _ in range(2):
            await asyncio.sleep(0)
            task.cancel()
        await asyncio.wait([task])

    asyncio.run(cancel_twice())
    assert done == []


def test_the_solution_counts_right_when_a_client_leaves() -> None:
    one_leaves, another_stays = run_attempt(UNIT, "solution")
    assert ("active 1", "loop") in one_leaves.lines_of("B")
    assert ("active 1", "loop") in one_leaves.lines_of("C")
    assert ("active 2", "loop") in another_stays.lines_of("C")
    assert ("active 1", "loop") in another_stays.lines_of("D")
