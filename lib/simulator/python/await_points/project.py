"""The Django project of a scenario: its modules, settings and database."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any

from .errors import remember_source
from .kernel import scheduler
from .monitor import Monitor
from .origins import LEARNER_PREFIX

_URLS = "scn_urls"
_DATABASE = "/tmp/await-points.sqlite3"
_TEMPLATES = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "OPTIONS": {
        "loaders": [
            ("django.template.loaders.locmem.Loader", {"page.html": "Hello {{ name }}"}),
            "django.template.loaders.app_directories.Loader",
        ]
    },
}


class LearnerModules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the scenario's own modules from their text."""

    def __init__(self, sources: dict[str, str], monitor: Monitor, injected: dict[str, Any]) -> None:
        self._sources = sources
        self._monitor = monitor
        self._injected = injected

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname not in self._sources:
            return None
        origin = f"{LEARNER_PREFIX}{fullname}.py"
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=origin)
        spec.has_location = True
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        source = self._sources[module.__name__]
        filename = f"{LEARNER_PREFIX}{module.__name__}.py"
        remember_source(filename, source)
        if "\0" in source:
            line = source.count("\n", 0, source.index("\0")) + 1
            raise SyntaxError("source code cannot contain null bytes", (filename, line, 1, None))
        code = compile(source, filename, "exec", dont_inherit=True)
        module.__dict__.update(self._injected)
        self._monitor.learn(code)
        exec(code, module.__dict__)


def sources_of(scenario: dict[str, Any]) -> dict[str, str]:
    """Module name -> text, for everything that the learner wrote."""
    sources: dict[str, str] = {}
    for number, layer in enumerate(scenario["layers"], start=1):
        if not isinstance(layer, str):
            sources[f"layer_{number}"] = layer["source"]
    for path, source in scenario.get("files", {}).items():
        sources[path.removesuffix(".py")] = source
    if "view" in scenario:
        sources["scn_views"] = scenario["view"]
    if "setup" in scenario:
        sources["scn_setup"] = scenario["setup"]
    if "urls" in scenario:
        sources[_URLS] = scenario["urls"]
    if "script" in scenario:
        sources["scn_script"] = scenario["script"]
    return sources


def middleware_paths(scenario: dict[str, Any]) -> list[str]:
    """The dotted paths of MIDDLEWARE, top first."""
    return [
        layer if isinstance(layer, str) else f"layer_{number}.{layer['entry']}"
        for number, layer in enumerate(scenario["layers"], start=1)
    ]


def installed_paths() -> list[str]:
    """MIDDLEWARE as the settings have it now; the set-up may have put it in another order."""
    from django.conf import settings

    return [str(path) for path in settings.MIDDLEWARE]


def configure(scenario: dict[str, Any], paths: list[str]) -> None:
    """Configures Django's settings and, where the scenario asks for it, a fresh file database."""
    import django
    from django.conf import settings

    given = dict(scenario.get("settings", {}))
    has_database = given.pop("_sqlite", False)
    extra = given.pop("_db", {})
    values: dict[str, Any] = {
        "DEBUG": False,
        "SECRET_KEY": "await-points",
        "ALLOWED_HOSTS": ["*"],
        "ROOT_URLCONF": _URLS,
        "MIDDLEWARE": paths,
        "INSTALLED_APPS": [],
        "USE_TZ": True,
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "DATABASES": {},
        "TEMPLATES": [_TEMPLATES],
    }
    if has_database:
        if os.path.exists(_DATABASE):
            os.remove(_DATABASE)
        values["DATABASES"] = {
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": _DATABASE, **extra}
        }
    if "LOGGING" not in given:
        values["LOGGING_CONFIG"] = None
    settings.configure(**(values | given))
    django.setup()


def url_module(view_entry: str | None) -> types.ModuleType:
    """The URLconf that sends every path to the view."""
    from django.urls import re_path
    from django.utils.module_loading import import_string

    module = types.ModuleType(_URLS)
    view = import_string(view_entry or "scn_views.view")
    module.urlpatterns = [re_path(r"", view)]  # type: ignore[attr-defined]
    sys.modules[_URLS] = module
    return module


def watch_queries(held: Callable[[str, str], Callable[[], None]], cost: int) -> None:
    """Makes each query of each database connection take `cost` microseconds."""
    from django.db.backends.signals import connection_created

    def latency(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not scheduler.free:
            released = held("io", "database: " + sql[:80])
            scheduler.sleep(cost)
            released()
        return execute(sql, params, many, context)

    def created(sender: Any, connection: Any, **_: Any) -> None:
        if latency not in connection.execute_wrappers:
            connection.execute_wrappers.append(latency)

    connection_created.connect(created, weak=False)
