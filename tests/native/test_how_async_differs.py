"""The bets of "How async middleware differs from sync", on native Django."""

from __future__ import annotations

from course_material import example_scenario, real_time, run_attempt
from native_runner import run_natively

UNIT = "how-async-differs"

NAME_OF_THE_THREAD = 'print("ran in", __import__("threading").current_thread().name)'


def threads_of(example: str) -> set[str]:
    """In which threads the layer of the example ran, by their own names."""
    scenario = example_scenario(UNIT, example)
    scenario["files"]["middleware.py"] = scenario["files"]["middleware.py"].replace(
        'print("quota asks")', NAME_OF_THE_THREAD
    )
    return {line.text for line in run_natively(scenario).log if line.text.startswith("ran in")}


@real_time
def test_the_bets_on_time_of_the_solution_come_true() -> None:
    sync_layer, async_layer, by_name = run_attempt(UNIT, "solution")
    assert sync_layer.seconds < 0.2
    assert async_layer.seconds < 0.2
    assert by_name.seconds >= 0.5


def test_a_sync_layer_runs_in_a_thread_of_each_request_an_async_one_in_that_of_the_loop() -> None:
    assert len(threads_of("sync-layer")) == 3
    assert len(threads_of("async-layer")) == 1
    assert len(threads_of("async-in-name")) == 1
