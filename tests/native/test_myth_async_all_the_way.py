"""What the unit "Myth: async views need async middleware everywhere" says beyond its runs."""

from __future__ import annotations

import pytest
from course_material import example_scenario
from native_runner import run_natively

UNIT = "myth-async-all-the-way"


@pytest.mark.parametrize("name", ["one-sync-layer", "all-async"])
def test_a_hundred_waiting_requests_make_a_hundred_and_one_threads(name: str) -> None:
    count_threads = 'import threading; print("threads", threading.active_count())'
    scenario = example_scenario(UNIT, name)
    files = scenario["files"]
    files["middleware.py"] = files["middleware.py"].replace('print("audit out")', count_threads)
    files["views.py"] = files["views.py"].replace("sleep(0.1)", "sleep(1)")
    template = scenario["requests"][0]
    scenario["requests"] = [{**template, "id": f"R{n}"} for n in range(100)]
    run = run_natively(scenario)
    assert set(run.statuses) == {200}
    first = next(line.text for line in run.log if line.text.startswith("threads"))
    assert first == "threads 101"


def test_a_view_that_blocks_takes_requests_one_by_one() -> None:
    scenario = example_scenario(UNIT, "one-sync-layer")
    files = scenario["files"]
    files["views.py"] = files["views.py"].replace("await asyncio", "import time; time")
    run = run_natively(scenario)
    assert run.statuses == [200, 200, 200]
    assert run.seconds >= 0.3
