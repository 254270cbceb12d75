"""What several native runs of one scenario agree on, in the form of the fidelity files' `expected`.

A busy machine makes a run longer and never shorter, so times are those of the quickest run. Where
runs differ in their order, only what they share is promised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from native_runner import LogLine, NativeRun, Response

PHASE_GAP = 0.03
"""Seconds without a line that separate two phases of the log: longer than a busy CPU pauses."""
NO_REQUEST = "-"

Agreed = TypeVar("Agreed")
Spoken = tuple[str, str, str, str | None]


class Disagreement(Exception):
    """The native runs differ in something that no expectation can leave open."""


def expectation_of(runs: Sequence[NativeRun]) -> dict[str, Any]:
    """Merge the runs.

    Raises Disagreement where they differ in a status, an error, a warning or a record of a logger.
    """
    quickest = min(runs, key=lambda run: run.seconds)
    startup_error = _agreed("start-up", runs, lambda run: run.startup_error)
    phases = _phases(_lines(quickest))
    return {
        "startup": {"ok": True} if startup_error is None else {"ok": False, "error": startup_error},
        "startup_log": _agreed("start-up log", runs, _startup_texts),
        "order": _order(runs),
        "phases_stable": all(_phase_sets(run) == _phase_sets(quickest) for run in runs),
        "log": [
            {
                **dict(zip(("r", "text", "thread", "loop"), _spoken(line), strict=True)),
                "phase": phase,
                "t": round(line.seconds, 3),
            }
            for line, phase in zip(_lines(quickest), phases, strict=True)
        ],
        "responses": {
            request: _response([run.responses[request] for run in runs], request)
            for request in quickest.responses
        },
        "elapsed_s": _elapsed(quickest),
        "hops": {
            request: [
                {
                    "kind": "sync_to_async" if hop.direction == "to-thread" else "async_to_sync",
                    "what": hop.what,
                    "thread": hop.thread,
                    "django_internal": hop.internal,
                }
                for hop in hops
            ]
            for request, hops in quickest.hops.items()
        },
        "hops_stable": all(run.hops == quickest.hops for run in runs),
        "warnings": _agreed("warnings", runs, lambda run: sorted(run.warnings)),
        "django_log": [
            {"logger": logger, "level": level, "message": message, "exc": error}
            for logger, level, message, error in _agreed("Django's log", runs, _django_records)
        ],
        "loop_errors": [
            {"message": message, "exception": error}
            for message, error in _agreed("loop errors", runs, _loop_errors)
        ],
        "native_runs": len(runs),
    }


def _agreed(what: str, runs: Sequence[NativeRun], part: Callable[[NativeRun], Agreed]) -> Agreed:
    values = [part(run) for run in runs]
    for value in values:
        if value != values[0]:
            raise Disagreement(f"Native runs differ in {what}: {values[0]!r}, {value!r}")
    return values[0]


def _is_startup(line: LogLine) -> bool:
    return line.request is None and line.thread == "main"


def _startup_texts(run: NativeRun) -> list[str]:
    return [line.text for line in run.log if _is_startup(line) and line.stream == "log"]


def _lines(run: NativeRun) -> list[LogLine]:
    return [line for line in run.log if not _is_startup(line) and line.stream == "log"]


def _spoken(line: LogLine) -> Spoken:
    return (line.request or NO_REQUEST, line.text, line.thread, line.loop)


def _order(runs: Sequence[NativeRun]) -> str:
    logs = [[_spoken(line) for line in _lines(run)] for run in runs]
    # Between requests no order is promised, even where a few runs agree on one.
    alone = len({line[0] for log in logs for line in log}) <= 1
    if alone and all(log == logs[0] for log in logs):
        return "exact"
    by_request = [
        sorted(log, key=lambda line: line[0]) for log in logs
    ]  # keeps the order of equals
    if all(log == by_request[0] for log in by_request):
        return "per-request"
    return "phase-set"


def _phases(lines: Sequence[LogLine]) -> list[int]:
    numbers: list[int] = []
    for position, line in enumerate(lines):
        pause = position > 0 and line.seconds - lines[position - 1].seconds >= PHASE_GAP
        numbers.append((numbers[-1] if numbers else 0) + pause)
    return numbers


def _phase_sets(run: NativeRun) -> Counter[tuple[int, Spoken]]:
    lines = _lines(run)
    return Counter(zip(_phases(lines), map(_spoken, lines), strict=True))


def _response(responses: Sequence[Response], request: str) -> dict[str, Any]:
    first = responses[0]
    for other in responses:
        for name in ("status", "server_error", "wrote_after_disconnect"):
            if getattr(other, name) != getattr(first, name):
                raise Disagreement(
                    f"Native runs differ in the {name} of {request}: "
                    f"{getattr(first, name)!r}, {getattr(other, name)!r}"
                )
    starts = [response.start for response in responses if response.start is not None]
    broke_down = first.status is None and first.server_error is not None
    return {
        "status": "server-500" if broke_down else first.status,
        "headers": {
            name: value
            for name, value in first.headers.items()
            if all(response.headers.get(name) == value for response in responses)
        },
        "body": first.body if all(one.body == first.body for one in responses) else None,
        "server_error": first.server_error,
        "wrote_after_disconnect": first.wrote_after_disconnect,
        "response_start_s": round(min(starts), 3) if starts else None,
        "app_call_done_s": round(min(response.done for response in responses), 3),
    }


def _elapsed(run: NativeRun) -> float | None:
    if not run.responses:
        return None
    return round(max(response.done for response in run.responses.values()), 3)


def _django_records(run: NativeRun) -> list[tuple[str, str, str, str | None]]:
    return sorted(
        ((one.logger, one.level, one.message, one.error) for one in run.django_records), key=str
    )


def _loop_errors(run: NativeRun) -> list[tuple[str, str | None]]:
    return sorted(((one.message, one.error) for one in run.loop_errors), key=str)
