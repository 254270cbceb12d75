"""What the exercise of "Basics of Python async/await" rests on, on native Django."""

from __future__ import annotations

from course_material import answered, real_time, run_attempt

UNIT = "async-await-basics"


def test_two_awaits_in_a_row_are_two_waits_in_a_row() -> None:
    (run,) = run_attempt(UNIT, "seed")
    assert answered(run, "A") >= 0.2


@real_time
def test_gathered_the_two_waits_take_the_time_of_one() -> None:
    (run,) = run_attempt(UNIT, "solution")
    assert run.responses["A"].headers["X-Data"] == "uf"
    assert answered(run, "A") < 0.15


def test_thread_sensitive_twins_queue_for_one_thread() -> None:
    (run,) = run_attempt(UNIT, "wrong/sync_twins")
    assert run.responses["A"].headers["X-Data"] == "uf"
    assert answered(run, "A") >= 0.2
