"""Runs scenarios on native Django and prints them with what it did, as a fidelity file.

`record.py PATH... [--only ID...] [--runs N]`, where PATH is a fidelity file, a scenario module, or
a folder of them. Scenarios run several at a time, each run in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from expectation import Disagreement, expectation_of
from native_runner import NativeRunError, run_natively
from scenario_files import NotAScenario, read_scenarios


def record(scenario: dict[str, Any], runs: int) -> dict[str, Any]:
    """The scenario with its `expected`; with `native_error` in its place if there is none."""
    try:
        expected = expectation_of([run_natively(scenario) for _ in range(runs)])
    except (NativeRunError, Disagreement) as error:
        return {**scenario, "native_error": str(error)}
    return {**scenario, "expected": expected}


def too_old(scenario: dict[str, Any]) -> bool:
    """True if the scenario says that it needs a newer Python than this one."""
    needed = scenario.get("python", "3.10")
    return tuple(int(part) for part in needed.split(".")) > sys.version_info[:2]


def main() -> None:
    """Read the arguments, record, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    try:
        scenarios = [one for path in arguments.paths for one in read_scenarios(path)]
    except (OSError, NotAScenario) as error:
        parser.error(str(error))
    wanted = [one for one in scenarios if not arguments.only or one["id"] in arguments.only]
    left_out = [one["id"] for one in wanted if too_old(one)]
    with ThreadPoolExecutor(arguments.jobs) as pool:
        recorded = list(
            pool.map(
                lambda scenario: record(scenario, arguments.runs),
                (one for one in wanted if not too_old(one)),
            )
        )
    json.dump({"scenarios": recorded, "left_out": left_out}, sys.stdout)


if __name__ == "__main__":
    main()
