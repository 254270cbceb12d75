"""Runs a scenario on native Django: real handlers, real threads, real time.

This is the reference that the prose, the exercises and the simulator answer to. Every run has a
Python process of its own (`native_process.py`), because Django's settings, asgiref's pools and the
modules of a learner all outlive a run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

PROCESS = Path(__file__).with_name("native_process.py")

Scenario = Mapping[str, Any]
"""A scenario as `lib/simulator/scenario.ts` defines it, with every source filled in."""


@dataclass(frozen=True)
class LogLine:
    """One printed or logged line, and where the code that wrote it ran."""

    request: str | None
    stream: Literal["log", "stdout"]
    text: str
    thread: str
    """'loop', 'w1' (a worker thread of that request), 'pool', 'shared', 'wsgi', 'x1' (a thread with
    a loop of its own), or 'main' (start-up)."""
    loop: Literal["server", "private"] | None
    seconds: float


@dataclass(frozen=True)
class Hop:
    """One crossing between the loop and a thread."""

    direction: Literal["to-thread", "to-loop"]
    what: str
    thread: str
    """Where the function runs (to-thread), or where its caller waits (to-loop)."""
    internal: bool
    """True for Django's own: signals, `close`, error pages and the log."""


@dataclass(frozen=True)
class DjangoRecord:
    """One record of the `django` loggers."""

    logger: str
    level: str
    message: str
    error: str | None

    @property
    def text(self) -> str:
        """The message, and the exception where there is one."""
        return self.message if self.error is None else f"{self.message} | {self.error}"


@dataclass(frozen=True)
class LoopError:
    """What asyncio says of an error that nobody took."""

    message: str
    error: str | None


@dataclass(frozen=True)
class Response:
    """What the client saw; `status` is None where no response was started."""

    status: int | None
    headers: Mapping[str, str]
    """Those that came once."""
    body: str
    server_error: str | None
    """The exception that escaped Django to the server."""
    wrote_after_disconnect: bool
    """True if the application went on sending to a client that had gone away."""
    start: float | None
    """When the status was sent, in seconds since the start of the run."""
    seconds: float | None
    """When the response had been sent."""
    done: float
    """When the application returned."""


@dataclass(frozen=True)
class NativeRun:
    """What native Django did with a scenario."""

    startup_error: str | None
    log: tuple[LogLine, ...]
    responses: Mapping[str, Response]
    hops: Mapping[str, tuple[Hop, ...]]
    warnings: tuple[str, ...]
    django_records: tuple[DjangoRecord, ...]
    loop_errors: tuple[LoopError, ...]
    seconds: float
    """From the start of the first request to the end of the last."""
    processor_seconds: float
    """What all its threads computed together, which a busy machine does not change."""
    longest_hold: float
    """The longest time in seconds for which one callback held the server's loop."""

    def hop_counts(self, request: str) -> tuple[int, int]:
        """Crossings of a request (to a thread, to the loop), without Django's own."""
        counted = [hop.direction for hop in self.hops.get(request, ()) if not hop.internal]
        return counted.count("to-thread"), counted.count("to-loop")

    def lines_of(self, request: str | None) -> list[tuple[str, str]]:
        """(text, thread) of each line that a request wrote; None for those of the start-up."""
        return [(line.text, line.thread) for line in self.log if line.request == request]

    @property
    def django_log(self) -> tuple[str, ...]:
        """The records of the `django` loggers, a line each."""
        return tuple(record.text for record in self.django_records)

    @property
    def statuses(self) -> list[int | None]:
        """The status of every response, in the order of the scenario's requests."""
        return [response.status for response in self.responses.values()]


class NativeRunError(Exception):
    """The process that should have run the scenario failed; the message is what it printed."""


def run_natively(scenario: Scenario, timeout: float = 30.0) -> NativeRun:
    """Run a scenario in a fresh Python process; with `server: uvicorn`, through uvicorn and httpx.

    Raises NativeRunError if that process fails or does not end within `timeout` seconds, as for a
    scenario that needs something this runner does not do.
    """
    try:
        process = subprocess.run(
            [sys.executable, "-W", "ignore", str(PROCESS)],
            input=json.dumps(dict(scenario)),
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NativeRunError(f"The run did not end within {timeout} s.") from error
    if process.returncode != 0:
        raise NativeRunError(process.stderr)
    return _read_run(json.loads(process.stdout))


def _read_run(record: dict[str, Any]) -> NativeRun:
    return NativeRun(
        startup_error=record["startup_error"],
        log=tuple(LogLine(**line) for line in record["log"]),
        responses={key: Response(**value) for key, value in record["responses"].items()},
        hops={
            request: tuple(Hop(**hop) for hop in hops) for request, hops in record["hops"].items()
        },
        warnings=tuple(record["warnings"]),
        django_records=tuple(DjangoRecord(**one) for one in record["django_log"]),
        loop_errors=tuple(LoopError(**one) for one in record["loop_errors"]),
        seconds=record["seconds"],
        processor_seconds=record["processor_seconds"],
        longest_hold=record["longest_hold"],
    )
