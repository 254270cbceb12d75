"""The cost model and the limits: all modelled numbers of the simulator, in one place.

Times are microseconds. Django's own code is free; waits are exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class CostModel:
    """What work costs. It is part of every trace and labelled as modelled."""

    line: int = 1  # one executed line of learner code
    hop: int = 50  # one crossing to a thread or back
    query: int = 500  # one database query
    network: int = 50_000  # one request through httpx
    switch_interval: int = 5_000  # how long a busy thread keeps the others from running


@dataclass(frozen=True)
class Limits:
    """Where a run is ended, so that it always ends."""

    lines: int = 200_000  # executed lines, jumps and branches of learner code
    recorded_lines: int = 20_000
    events: int = 20_000  # and `events_per_request` more for each request
    events_per_request: int = 250
    callbacks: int = 50_000  # turns of event loops that belong to no task
    callbacks_per_request: int = 100
    output: int = 256_000  # characters
    virtual_time: int = 3_600_000_000  # microseconds after the last scheduled arrival
    threads: int = 500
    threads_per_request: int = 8
    tasks: int = 2_000
    tasks_per_request: int = 20
    body: int = 65_536  # characters of a response body kept in the trace

    def for_requests(self, count: int) -> Limits:
        """The limits of a run with so many requests: work that grows with them is no runaway."""
        return replace(
            self,
            events=self.events + count * self.events_per_request,
            callbacks=self.callbacks + count * self.callbacks_per_request,
            threads=self.threads + count * self.threads_per_request,
            tasks=self.tasks + count * self.tasks_per_request,
        )


COST = CostModel()
LIMITS = Limits()
