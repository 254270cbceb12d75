"""Runs a job on the simulator: same threads, clock, loop and tracer as a scenario, no limits."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable
from types import ModuleType

from await_points.cost import Limits
from await_points.run import Run

from .outcomes import Job, Outcomes
from .runner import run_job

_NONE = 1 << 60
_UNLIMITED = Limits(
    lines=_NONE, events=_NONE, output=_NONE, virtual_time=_NONE, threads=_NONE, tasks=_NONE
)


def _stand_in() -> None:
    """Two modules that the simulator bars. Django's runner imports them for its parallel processes
    and for crashes; in one process it only asks whether crashes are handled."""
    faulthandler = ModuleType("faulthandler")
    vars(faulthandler)["is_enabled"] = lambda: False
    sys.modules |= {"ctypes": ModuleType("ctypes"), "faulthandler": faulthandler}


class _SuiteRun(Run):
    """A run whose program is a test suite, which sets Django up by itself."""

    def __init__(self, job: Job) -> None:
        super().__init__({"layers": [], "requests": []}, _UNLIMITED)
        self._job = job
        self.tests = Outcomes()

    def start_up(self) -> Callable[[], None]:
        _stand_in()
        return lambda: run_job(self._job, self.tests)


def run(job_json: str) -> str:
    """Runs a job; returns its outcomes, and how the run ended, as JSON."""
    run = _SuiteRun(json.loads(job_json))
    try:
        run.execute()
    except BaseException:
        run.outcome = {"kind": "broken", "message": traceback.format_exc()}
    events = map(json.loads, run.recorder.events)
    output = [event["text"] for event in events if event["kind"] == "output"]
    return json.dumps(
        {
            "outcomes": run.tests.by_id,
            "running": run.tests.running,
            "end": run.outcome,
            "output": "\n".join(output),
        }
    )
