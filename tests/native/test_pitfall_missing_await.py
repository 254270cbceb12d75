"""What the unit "Pitfall: the missing await" says beyond its runs."""

from __future__ import annotations

from course_material import example_scenario, run_attempt, run_edited_example
from native_runner import run_natively

UNIT = "pitfall-missing-await"


def test_with_both_words_missing_none_goes_up_and_python_warns() -> None:
    edit = ("        await get_response", "        get_response")
    run = run_edited_example(UNIT, "no-return", edit)
    assert [text for text, _ in run.lines_of("A")] == ["before", "after"]
    assert "'NoneType' object has no attribute" in str(run.responses["A"].server_error)
    assert any("never awaited" in warning for warning in run.warnings)


def test_the_warning_names_the_layer_below_where_there_is_one() -> None:
    scenario = example_scenario(UNIT, "no-await-below")
    scenario["layers"] = list(reversed(scenario["layers"]))
    (warning,) = run_natively(scenario).warnings
    assert "'count_errors.<locals>.middleware' was never awaited" in warning


def test_the_seed_fails_and_the_solution_runs_the_view() -> None:
    (seed, slow_seed), solutions = run_attempt(UNIT, "seed"), run_attempt(UNIT, "solution")
    assert seed.statuses == [500]
    assert slow_seed.statuses == [500] * 3
    for run in solutions:
        assert set(run.statuses) == {200}
        assert run.lines_of("A") == [("before", "loop"), ("view", "loop"), ("after", "loop")]
        assert {response.headers.get("X-Time") for response in run.responses.values()} == {"1"}
        assert run.warnings == ()
