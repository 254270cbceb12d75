"""What the unit "Myth: async middleware runs in separate threads" says beyond its runs."""

from __future__ import annotations

from course_material import example_scenario
from native_runner import run_natively

UNIT = "myth-separate-threads"


def test_a_view_that_blocks_holds_up_the_other_requests() -> None:
    scenario = example_scenario(UNIT, "all-async")
    files = scenario["files"]
    files["views.py"] = files["views.py"].replace("await asyncio", "import time; time")
    run = run_natively(scenario)
    assert run.statuses == [200, 200, 200]
    assert run.seconds >= 0.3
    assert all(line.thread == "loop" for line in run.log)
