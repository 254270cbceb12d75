"""The border to JavaScript: the one way out, kept where learner code cannot find it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from typing import Any

_BARRED = (
    "js",
    "pyodide_js",
    "pyodide",
    "_pyodide",
    "_pyodide_core",
    "ctypes",
    "_ctypes",
    "webbrowser",
)


class Switchboard:
    """`scheduler.Host` over the JavaScript host."""

    def __init__(self, host: Any, switching: list[bool]) -> None:
        from pyodide.ffi import create_proxy, run_sync

        swap, spawn = host.swap, host.spawn
        # An itertools object shows nobody what it calls: the JavaScript functions are not
        # attributes of anything.
        arguments: list[Any] = []
        self._arguments = arguments
        self._swap = itertools.starmap(swap, _feed(arguments)).__next__
        self._spawn = itertools.starmap(spawn, _feed(arguments)).__next__
        self._proxy: Callable[[Any], Any] = create_proxy
        self._wait: Callable[[Any], Any] = run_sync
        self._switching = switching

    def spawn(self, entry: Callable[[], None]) -> None:
        """Calls `entry` on a new stack, from a microtask."""

        def enter() -> None:
            self._switching[0] = False
            entry()

        self._arguments.append((self._proxy(enter),))
        self._spawn()

    def swap(self, parked: int, resumed: int) -> object:
        """See `scheduler.Host`."""
        self._arguments.append((parked, resumed))
        return self._swap()

    def wait(self, promise: object) -> None:
        """See `scheduler.Host`."""
        switching = self._switching
        switching[0] = True
        try:
            self._wait(promise)
        finally:
            switching[0] = False


def _feed(arguments: list[Any]) -> Iterator[Any]:
    while True:
        yield arguments.pop()


class _Bar:
    """Refuses to import what would lead out of the interpreter."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        if fullname.partition(".")[0] in _BARRED:
            raise ImportError(f"{fullname} is not available in this simulator", name=fullname)


def seal() -> None:
    """Takes Pyodide's modules out of reach. What is already running keeps its own references."""
    for name in list(sys.modules):
        if name.partition(".")[0] in _BARRED:
            del sys.modules[name]
    sys.meta_path[:] = [
        finder
        for finder in sys.meta_path
        if not type(finder).__module__.startswith(("_pyodide", "pyodide"))
    ]
    sys.meta_path.insert(0, _Bar())
