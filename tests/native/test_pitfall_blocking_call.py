"""The exercise of the unit "Pitfall: a blocking call in an async layer", on native Django."""

from __future__ import annotations

from course_material import real_time, run_attempt

UNIT = "pitfall-blocking-call"


def test_the_seed_takes_the_five_requests_one_by_one() -> None:
    (run,) = run_attempt(UNIT, "seed")
    assert run.statuses == [200] * 5
    assert run.seconds >= 0.5
    assert run.longest_hold >= 0.1


@real_time
def test_the_solution_answers_all_five_within_the_limit() -> None:
    (run,) = run_attempt(UNIT, "solution")
    assert run.statuses == [200] * 5
    assert run.seconds < 0.2
    assert run.longest_hold < 0.05
    assert [line.text for line in run.log].count("check") == 5


def test_a_task_that_nobody_awaits_answers_before_its_check_is_over() -> None:
    (run,) = run_attempt(UNIT, "wrong/task_nobody_awaits")
    assert run.statuses == [200] * 5
    assert min(response.start or 1 for response in run.responses.values()) < 0.1
