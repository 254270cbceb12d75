"""One native run: reads a scenario from standard input, writes what Django did to standard output.

Started by `native_runner.run_natively`, never imported by a test.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import native_servers
from native_project import configure_django, write_modules
from native_runner import Response
from observer import Observer, describe

SUPPORTED = frozenset(
    {"id", "title", "layers", "files", "view", "view_entry", "urls", "setup", "script", "settings"}
    | {"requests", "mode", "wsgi_threads", "raise_request_exception", "linger", "server"}
)
IGNORED = frozenset({"stops", "expected", "note", "topic", "py314", "python", "seed"})


def burn(milliseconds: float) -> None:
    """Take so much of the processor: time in which another thread computes does not count."""
    until = time.thread_time() + milliseconds / 1000
    while time.thread_time() < until:
        pass


def run(scenario: dict[str, Any]) -> dict[str, Any]:
    """Run the scenario and return the record that `native_runner` reads."""
    unsupported = sorted(set(scenario) - SUPPORTED - IGNORED)
    if unsupported:
        raise ValueError(f"The native runner does not know {', '.join(unsupported)}.")
    startup_error = None
    responses: dict[str, Response] = {}
    with tempfile.TemporaryDirectory() as name:
        observer = Observer(name)
        observer.watch()
        vars(builtins).update(log=observer.log, burn=burn)
        folder = Path(name)
        sys.path.insert(0, name)
        try:
            configure_django(scenario, write_modules(scenario, folder), folder)
            observer.watch_django_log()
            if "setup" in scenario:
                importlib.import_module("scn_setup")
            serve = native_servers.server_of(scenario)
        except Exception as error:  # whatever a learner's file may raise while it is imported
            startup_error = describe(error)
        else:
            observer.start_clock()
            responses = serve(observer)
    gc.collect()  # so that a coroutine which nobody awaited says so now
    return {
        "startup_error": startup_error,
        "log": [asdict(line) for line in observer.log_lines],
        "responses": {key: asdict(response) for key, response in responses.items()},
        "hops": {request: [asdict(hop) for hop in hops] for request, hops in observer.hops.items()},
        "warnings": observer.warnings,
        "django_log": [asdict(record) for record in observer.django_log],
        "loop_errors": [asdict(error) for error in observer.loop_errors],
        "seconds": observer.finished,
        "processor_seconds": observer.processor_seconds,
        "longest_hold": observer.longest_hold,
    }


if __name__ == "__main__":
    standard_output = sys.stdout
    record = run(json.load(sys.stdin))
    json.dump(record, standard_output)
    standard_output.flush()
    os._exit(0)  # a thread that the scenario left behind must not keep the process
