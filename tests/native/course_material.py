"""The course's examples and exercises as scenarios, read from `content/` as the site reads them."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec

from native_runner import NativeRun, run_natively

CONTENT = Path(__file__).parents[2] / "content"
ATTEMPTS = 3
NOT_A_SYNC_FUNCTION = "TypeError: sync_to_async can only be applied to sync functions."

Parameters = ParamSpec("Parameters")


def example_scenario(unit: str, name: str) -> dict[str, Any]:
    """An example's scenario with the `.py` files beside it as its sources."""
    folder = CONTENT / unit / "examples" / name
    scenario: dict[str, Any] = json.loads((folder / "scenario.json").read_text())
    return {**scenario, "files": _sources(folder)}


@functools.cache
def run_example(unit: str, name: str) -> NativeRun:
    """Run an example as it stands; once, however many tests ask."""
    return run_natively(example_scenario(unit, name))


def answered(run: NativeRun, request: str) -> float:
    """Seconds from the arrival of a request to its response, which must have come."""
    seconds = run.responses[request].seconds
    assert seconds is not None
    return seconds


def run_edited_example(unit: str, name: str, *edits: tuple[str, str]) -> NativeRun:
    """Run an example after the edits that the lesson proposes, as (old, new) in middleware.py."""
    scenario = example_scenario(unit, name)
    source = scenario["files"]["middleware.py"]
    for old, new in edits:
        assert old in source, f"{name} does not contain {old!r}"
        source = source.replace(old, new)
    scenario["files"]["middleware.py"] = source
    return run_natively(scenario)


@functools.cache
def run_attempt(unit: str, answer: str) -> tuple[NativeRun, ...]:
    """Run all stacks of a unit's exercise with one answer: 'seed', 'solution' or 'wrong/NAME'."""
    folder = CONTENT / unit / "exercise"
    exercise = json.loads((folder / "exercise.json").read_text())
    if answer.startswith("wrong/"):
        files = {exercise["editable"][0]: (folder / f"{answer}.py").read_text()}
    else:
        files = _sources(folder / answer)
    return tuple(
        run_natively({**stack, "files": {**stack.get("files", {}), **files}})
        for stack in exercise["stacks"]
    )


def real_time(test: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """Mark a test with an upper bound of real time: it has three attempts, each with fresh runs.

    A busy machine makes a run longer and never shorter, so the quickest attempt tells.
    """

    @functools.wraps(test)
    def attempted(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        for _ in range(ATTEMPTS - 1):
            try:
                return test(*args, **kwargs)
            except AssertionError:
                run_example.cache_clear()
        return test(*args, **kwargs)

    return attempted


def without_times(line: str) -> str:
    """A line such as 'out after 121 ms' without the number, which real time makes a bit larger."""
    return " ".join(word for word in line.split() if not word.isdigit())


def _sources(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.glob("*.py"))}
