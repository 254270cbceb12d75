"""The exercise of the unit "Pitfall: rewriting everything as async", on native Django."""

from __future__ import annotations

import pytest
from course_material import run_attempt

UNIT = "pitfall-rewriting-everything"


@pytest.mark.parametrize(
    ("answer", "hops"),
    [("seed", (6, 0)), ("solution", (1, 1)), ("wrong/one_left_async", (4, 2))],
)
def test_the_hops_of_an_answer(answer: str, hops: tuple[int, int]) -> None:
    (run,) = run_attempt(UNIT, answer)
    assert run.statuses == [200] * 3
    for request in "ABC":
        assert run.hop_counts(request) == hops
        assert [text for text, _ in run.lines_of(request)] == [
            "tenant found",
            "quota checked",
            "audit opened",
            "view",
            "audit closed",
            "usage recorded",
            "tenant left",
        ]
