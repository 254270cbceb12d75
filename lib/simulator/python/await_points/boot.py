"""The three entry points of the engine, in the order in which they are called.

    prepare()              once, before the memory snapshot is made. Holds no JavaScript objects.
    connect(host)          after the snapshot was restored.
    run(scenario_json)     through `callPromising`; returns the trace as JSON.

One run per interpreter. `host` comes from lib/simulator/engine-host.ts and holds the three
functions of `scheduler.Host`.
"""

from __future__ import annotations

import sys
from typing import Any

from . import replacements

_MODULES = """
    asgiref.sync asgiref.local asgiref.wsgi concurrent.futures.thread
    django.apps django.conf django.conf.urls.static django.contrib.auth.backends
    django.contrib.auth.hashers django.contrib.auth.middleware django.contrib.auth.models
    django.contrib.contenttypes.models django.contrib.messages.middleware
    django.contrib.messages.storage.fallback django.contrib.sessions.backends.cache
    django.contrib.sessions.backends.db django.contrib.sessions.backends.file
    django.contrib.sessions.backends.signed_cookies django.contrib.sessions.middleware
    django.core.asgi django.core.cache django.core.cache.backends.locmem django.core.handlers.asgi
    django.core.handlers.wsgi django.core.signals django.core.wsgi django.db django.db.models
    django.db.backends.sqlite3.base django.http django.middleware.cache
    django.middleware.clickjacking django.middleware.common django.middleware.csrf
    django.middleware.gzip django.middleware.http django.middleware.locale
    django.middleware.security django.shortcuts django.template django.template.backends.django
    django.template.loaders.app_directories django.template.loaders.locmem
    django.template.context_processors django.template.defaulttags django.template.loader_tags
    django.template.response django.urls django.utils.decorators
    django.utils.translation.trans_real django.views.debug django.views.decorators.csrf
    django.views.defaults django.views.generic django.views.static httpx logging.config
    logging.handlers secrets sqlite3 uuid statistics
"""
_MODELS = ("django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions")


def prepare() -> None:
    """Installs the replacements, then imports all that a scenario may use."""
    import gc
    import importlib

    from .kernel import scheduler

    replacements.install_machine()
    replacements.install_threads()
    replacements.install_clock(_held)
    replacements.reload_standard_library()
    from . import event_loop

    event_loop.install()
    for name in _MODULES.split():
        if ".models" not in name and not name.startswith("django.contrib.auth."):
            importlib.import_module(name)
    importlib.import_module("await_points.run")
    sandbox = importlib.import_module("await_points.sandbox")
    sandbox.import_builtins()
    sandbox.note_modules_without_javascript()
    gc.collect()
    gc.freeze()
    assert not scheduler.connected


def connect(host: Any) -> None:
    """Gives the engine its way to switch stacks and bars the way to JavaScript."""
    from . import chains
    from .kernel import scheduler
    from .sandbox import seal
    from .scheduler import Host

    scheduler.connect(Host(host.spawn, host.swap, host.leave))
    chains.see_behind(seal())


def run(scenario_json: str) -> str:
    """Runs a scenario and returns its trace as JSON (lib/trace/schema.ts)."""
    from .run import run as run_scenario

    return run_scenario(scenario_json)


def _held(kind: str, what: str) -> Any:
    from . import holding

    return holding.hold(kind, what)


def interpreter() -> str:
    """The version of Python."""
    return ".".join(str(part) for part in sys.version_info[:3])
