"""One native run: reads a scenario from standard input, writes what Django did to standard output.

Started by `native_runner.run_natively`, never imported by a test.
"""

from __future__ import annotations

import builtins
import gc
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import native_servers
from native_runner import Response
from observer import Observer, describe

SUPPORTED = frozenset(
    {"id", "title", "layers", "files", "view", "view_entry", "urls", "settings", "requests", "mode"}
    | {"wsgi_threads", "linger", "seed", "stops", "expected", "note", "topic", "py314"}
)


def write_modules(scenario: dict[str, Any], folder: Path) -> list[str]:
    """Write the scenario's sources as modules and return MIDDLEWARE."""
    for name, source in scenario.get("files", {}).items():
        (folder / name).write_text(source)
    middleware = []
    for number, layer in enumerate(scenario["layers"], start=1):
        if isinstance(layer, str):
            middleware.append(layer)
            continue
        (folder / f"layer_{number}.py").write_text(layer["source"])
        middleware.append(f"layer_{number}.{layer['entry']}")
    if "view" in scenario:
        (folder / "scn_views.py").write_text(scenario["view"])
    module, _, name = scenario.get("view_entry", "scn_views.view").rpartition(".")
    catch_all = (
        f"from django.urls import re_path\nfrom {module} import {name}\n"
        f"urlpatterns = [re_path('', {name})]\n"
    )
    (folder / "scn_urls.py").write_text(scenario.get("urls", catch_all))
    return middleware


def configure_django(scenario: dict[str, Any], middleware: list[str]) -> None:
    """Set Django up with the scenario's settings over a bare minimum."""
    import django
    from django.conf import settings

    settings.configure(
        **{
            "ALLOWED_HOSTS": ["*"],
            "LOGGING_CONFIG": None,
            "MIDDLEWARE": middleware,
            "ROOT_URLCONF": "scn_urls",
            "SECRET_KEY": "native-reference",
            "TEMPLATES": [{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
            **scenario.get("settings", {}),
        }
    )
    django.setup()


def run(scenario: dict[str, Any]) -> dict[str, Any]:
    """Run the scenario and return the record that `native_runner` reads."""
    unsupported = sorted(set(scenario) - SUPPORTED)
    if unsupported:
        raise ValueError(f"The native runner does not know {', '.join(unsupported)}.")
    mode = scenario.get("mode", "asgi")
    if mode not in native_servers.MODES:
        raise ValueError(f"The native runner does not know the mode {mode}.")
    observer = Observer()
    observer.watch()
    builtins.log = observer.log  # type: ignore[attr-defined]
    startup_error = None
    responses: dict[str, Response] = {}
    with tempfile.TemporaryDirectory() as folder:
        sys.path.insert(0, folder)
        configure_django(scenario, write_modules(scenario, Path(folder)))
        try:
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
        "django_log": observer.django_log,
        "seconds": observer.finished,
        "longest_hold": observer.longest_hold,
    }


if __name__ == "__main__":
    standard_output = sys.stdout
    record = run(json.load(sys.stdin))
    json.dump(record, standard_output)
