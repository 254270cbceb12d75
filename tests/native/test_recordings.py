"""The committed recordings show what native Django does: statuses, lines, threads, hops, times."""

from __future__ import annotations

import json
from typing import Any

import pytest
from course_material import CONTENT, real_time, run_example, without_times
from native_clients import SCRIPT_REQUEST
from native_runner import NativeRun

EXAMPLES = sorted(
    (path.parent.parent.parent.name, path.parent.name)
    for path in CONTENT.glob("*/examples/*/recording.json")
)


def read_recording(unit: str, name: str) -> dict[str, Any]:
    path = CONTENT / unit / "examples" / name / "recording.json"
    recording: dict[str, Any] = json.loads(path.read_text())
    return recording


def recorded_lines(recording: dict[str, Any], request: str | None) -> list[tuple[str, str]]:
    threads = {thread["id"]: thread["name"] for thread in recording["threads"]}
    return [
        (event["text"], threads[event["thread"]])
        for event in recording["events"]
        if event["kind"] == "output"
        and event["stream"] in ("stdout", "log")
        and event["request"] == request
    ]


def recorded_hops(recording: dict[str, Any], request: str) -> list[tuple[str, str]]:
    """Those over asgiref's bridges that were taken up: the native observer sees no others."""
    begun = {event["hop"] for event in recording["events"] if event["kind"] == "hop-start"}
    return [
        (event["direction"], event["what"])
        for event in recording["events"]
        if event["kind"] == "hop-submit"
        and event["request"] == request
        and event["hop"] in begun
        and not event["internal"]
        and event.get("via") != "run_in_executor"
    ]


def timeless(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(without_times(text), thread) for text, thread in lines]


@pytest.mark.parametrize(("unit", "name"), EXAMPLES)
@real_time
def test_a_recording_tells_what_native_django_does(unit: str, name: str) -> None:
    recording, native = read_recording(unit, name), run_example(unit, name)
    assert_same_start(recording, native)
    assert timeless(recorded_lines(recording, None)) == timeless(
        lines_of_no_request(native, recording["server"])
    )
    for row in recording["requests"]:
        request, response = row["id"], native.responses[row["id"]]
        assert row["status"] == response.status
        assert timeless(recorded_lines(recording, request)) == timeless(native.lines_of(request))
        assert recorded_hops(recording, request) == [
            (hop.direction, hop.what) for hop in native.hops.get(request, ()) if not hop.internal
        ]
    ends, real_ends = recorded_ends(recording), native_ends(native)
    if computes(recording):
        assert native.processor_seconds == pytest.approx(ends[-1], abs=0.15)
        assert real_ends[-1] > ends[-1] - 0.15
    else:
        assert real_ends == pytest.approx(ends, abs=0.15)
    warned = {event["message"] for event in recording["events"] if event["kind"] == "warning"}
    assert warned == native_warnings(native)


def native_warnings(native: NativeRun) -> set[str]:
    """Python's warnings, and errors that only asyncio logs: a recording has both as warnings."""
    lost = {f"{one.message}: {one.error}" for one in native.loop_errors}
    return lost | {warning.partition(": ")[2] for warning in native.warnings}


def lines_of_no_request(native: NativeRun, server: str) -> list[tuple[str, str]]:
    """Those of the start-up and of a script, which the native runner logs under a name."""
    script = native.lines_of(SCRIPT_REQUEST) if server == "script" else []
    return native.lines_of(None) + script


def recorded_ends(recording: dict[str, Any]) -> list[float]:
    """When responses were complete, sorted: of requests that arrive together, any may be first."""
    ends = (row["responseEnd"] for row in recording["requests"])
    return sorted(end / 1_000_000 for end in ends if end is not None)


def computes(recording: dict[str, Any]) -> bool:
    """Whether a layer or view takes the processor, which it shares with whatever else is running.

    Fixed is how much of it they need together, and that no two have it at once. Which thread has
    the GIL next is the choice of the system, so only the end of the last request can be compared.
    """
    return any(
        event["kind"] == "block-begin" and event["on"] == "cpu" for event in recording["events"]
    )


def native_ends(native: NativeRun) -> list[float]:
    return sorted(one.seconds for one in native.responses.values() if one.seconds is not None)


def assert_same_start(recording: dict[str, Any], native: NativeRun) -> None:
    if native.startup_error is None:
        assert recording["outcome"]["kind"] == "finished"
        return
    error = recording["outcome"]["error"]
    name = error["type"].rpartition(".")[2]
    assert f"{name}: {error['message']}" == native.startup_error
    assert recording["requests"] == [] or all(
        row["status"] is None for row in recording["requests"]
    )
