"""What the unit "Servers and what they start" says of a real server."""

from __future__ import annotations

from course_material import example_scenario, real_time
from native_runner import run_natively


@real_time
def test_uvicorn_has_a_thread_for_each_request_that_waits() -> None:
    run = run_natively({**example_scenario("servers", "a-thread-each"), "server": "uvicorn"})
    assert max(int(line.text.rpartition(" ")[2]) for line in run.log) == 10
