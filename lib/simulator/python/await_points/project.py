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


def _module_name(path: str) -> str:
    """'app/conf.py' -> 'app.conf', 'app/__init__.py' -> 'app'."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


class LearnerModules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the scenario's own modules and packages from their text."""

    def __init__(self, sources: dict[str, str], monitor: Monitor, injected: dict[str, Any]) -> None:
        self._sources = sources
        # Of a module and a package with one name, Python finds the package.
        packages_last = sorted(sources, key=lambda path: path.endswith("/__init__.py"))
        self._paths = {_module_name(path): path for path in packages_last}
        self._monitor = monitor
        self._injected = injected

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        file = self._paths.get(fullname)
        if file is None:
            return None
        folder = file.removesuffix("/__init__.py")
        spec = importlib.machinery.ModuleSpec(
            fullname, self, origin=f"{LEARNER_PREFIX}{file}", is_package=folder != file
        )
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(f"{LEARNER_PREFIX}{folder}")
        spec.has_location = True
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        path = self._paths[module.__name__]
        source = self._sources[path]
        filename = f"{LEARNER_PREFIX}{path}"
        remember_source(filename, source)
        if "\0" in source:
            line = source.count("\n", 0, source.index("\0")) + 1
            raise SyntaxError("source code cannot contain null bytes", (filename, line, 1, None))
        code = compile(source, filename, "exec", dont_inherit=True)
        module.__dict__.update(self._injected)
        self._monitor.learn(code)
        exec(code, module.__dict__)


class LearnerFolders(importlib.abc.MetaPathFinder):
    """Folders without an `__init__.py`: packages, where nothing else has their name."""

    def __init__(self, sources: dict[str, str]) -> None:
        self._paths = list(sources)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        folder = fullname.replace(".", "/")
        if not any(file.startswith(f"{folder}/") for file in self._paths):
            return None
        spec = importlib.machinery.ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = [f"{LEARNER_PREFIX}{folder}"]
        return spec


def sources_of(scenario: dict[str, Any]) -> dict[str, str]:
    """Path -> text, for everything that the learner wrote."""
    sources: dict[str, str] = {}
    for number, layer in enumerate(scenario["layers"], start=1):
        if not isinstance(layer, str):
            sources[f"layer_{number}.py"] = layer["source"]
    sources |= scenario.get("files", {})
    if "view" in scenario:
        sources["scn_views.py"] = scenario["view"]
    if "setup" in scenario:
        sources["scn_setup.py"] = scenario["setup"]
    if "urls" in scenario:
        sources[f"{_URLS}.py"] = scenario["urls"]
    if "script" in scenario:
        sources["scn_script.py"] = scenario["script"]
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
