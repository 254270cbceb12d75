"""The border to JavaScript: the one way out, kept where learner code cannot find it.

A JavaScript object in the hands of Python code is a way to all of JavaScript. So none is an
attribute of anything: they are held by C iterators, which show nobody what they call, and the
functions that could look into those (`gc.get_referents` and its like) are taken away. What is
refused here is refused a second time by the worker, which has lost its network and storage, and a
third time by the page's policy.
"""

from __future__ import annotations

import functools
import gc
import importlib
import itertools
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

_BARRED = frozenset(
    (
        *("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core"),
        *("ctypes", "_ctypes", "webbrowser", "_remote_debugging", "faulthandler", "mmap"),
        *("_posixsubprocess", "_testbuffer", "_testcapi", "_testclinic", "_testclinic_limited"),
        *("_testinternalcapi", "_testlimitedcapi", "_xxtestfuzz", "xxsubtype"),
    )
)


# Every call of a JavaScript function reads these; they make no JavaScript objects.
_NEEDED_BY_CALLS = ("_pyodide_core", "_pyodide.jsbind", "_pyodide._core_docs")


class _Hidden:
    """Calls a function that nothing refers to but a C iterator."""

    __slots__ = ("_arguments", "_call")

    def __init__(self, chain: Callable[[Iterator[Any]], Iterator[Any]]) -> None:
        self._arguments: list[tuple[Any, ...]] = []
        self._call = chain(_feed(self._arguments)).__next__

    def __call__(self, *arguments: Any) -> Any:
        self._arguments.append(arguments)
        return self._call()

    def _pass(self, argument: Any) -> Any:
        """Passes one value instead of a tuple of arguments."""
        self._arguments.append(argument)
        return self._call()


def _feed(arguments: list[tuple[Any, ...]]) -> Iterator[Any]:
    while True:
        yield arguments.pop()


def _hidden_referents() -> Callable[[Any], list[Any]]:
    """`gc.get_referents`, of which only coroutines and generators come through."""
    sample = _sample().asend(None)
    kinds = (types.AsyncGeneratorType, types.CoroutineType, types.GeneratorType, type(sample))
    sample.close()
    looks = [_hidden_look(kind) for kind in kinds]
    return lambda awaited: [found for look in looks for found in look(awaited)]


def _hidden_look(kind: Any) -> _Hidden:
    is_wanted, look = kind.__instancecheck__, gc.get_referents
    return _Hidden(lambda feed: _mapped(list, _filtered(is_wanted, itertools.starmap(look, feed))))


def _mapped(function: Callable[[Any], Any], values: Iterator[Any]) -> Iterator[Any]:
    """`map`, which would tell what it calls (`map.__reduce__`), out of parts that do not."""
    return itertools.starmap(function, zip(values))  # noqa: RUF058


def _filtered(is_wanted: Callable[[Any], bool], lists: Iterator[Any]) -> Iterator[Any]:
    return itertools.starmap(filter, zip(itertools.repeat(is_wanted), lists))  # noqa: RUF058


async def _sample() -> Any:  # its asend() is an object of a type that has no other name
    yield None


class Switchboard:
    """`scheduler.Host` over the JavaScript host."""

    def __init__(self, host: Any, switching: list[bool]) -> None:
        from pyodide.ffi import create_proxy, run_sync

        swap, spawn = host.swap, host.spawn
        self._swap = _Hidden(lambda feed: _mapped(bool, itertools.starmap(swap, feed)))
        self._wait = _Hidden(lambda feed: _mapped(run_sync, itertools.starmap(swap, feed)))
        self._spawn = _Hidden(lambda feed: _mapped(spawn, itertools.starmap(create_proxy, feed)))
        self._switching = switching

    def spawn(self, entry: Callable[[], None]) -> None:
        """Calls `entry` on a new stack, from a microtask."""

        def enter() -> None:
            self._switching[0] = False
            entry()

        self._spawn(enter)

    def swap(self, parked: int, resumed: int) -> None:
        """Parks this stack, resumes another; returns when this one is resumed."""
        switching = self._switching
        switching[0] = True
        try:
            self._wait(parked, resumed)
        finally:
            switching[0] = False

    def leave(self, ended: int, resumed: int) -> None:
        """Resumes another stack, because this one is about to end."""
        self._swap(ended, resumed)


class _Bar:
    """Refuses to import what would lead out of the interpreter."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        """Raises ImportError for a barred name; leaves all others to the next finder."""
        if fullname.partition(".")[0] in _BARRED:
            raise ImportError(f"{fullname} is not available in this simulator", name=fullname)


def import_builtins() -> None:
    """Imports every built-in module that may be had, because `seal` ends the making of new ones."""
    for name in sys.builtin_module_names:
        if name not in _BARRED:
            importlib.import_module(name)


_without_javascript: set[str] = set()


def note_modules_without_javascript() -> None:
    """Finds the modules in which `seal` need not look again: nothing of ours runs before it.

    To look at every global of every module takes longer than all the rest of a start.
    """
    _without_javascript.update(
        key
        for key, module in sys.modules.items()
        if key.partition(".")[0] not in (*_BARRED, "__main__") and not _javascript_in(module)
    )


def _javascript_in(module: Any) -> list[str]:
    """The globals of a module that are JavaScript objects, or make them."""
    import _pyodide_core as core
    from pyodide.ffi import JsProxy

    if not isinstance(module, types.ModuleType) or module.__name__ in _NEEDED_BY_CALLS:
        return []
    makers = {id(value) for name, value in vars(core).items() if not name.startswith("__")}
    return [
        name
        for name, value in vars(module).items()
        if id(value) in makers or isinstance(value, JsProxy)
    ]


def seal() -> Callable[[Any], list[Any]]:
    """Takes JavaScript out of reach. What runs already keeps its own references.

    Returns the one look into C objects that the tracer needs: the generators behind an awaitable.
    """
    referents = _hidden_referents()
    _forget_javascript()
    sys.meta_path[:] = [
        finder
        for finder in sys.meta_path
        if not type(finder).__module__.startswith(("_pyodide", "pyodide"))
    ]
    sys.meta_path.insert(0, _Bar())
    for name in list(sys.modules):
        if name.partition(".")[0] in _BARRED:
            del sys.modules[name]
    machinery: Any = sys.modules["_imp"]
    for module, names in (
        (gc, ("get_objects", "get_referents", "get_referrers")),
        (machinery, ("create_builtin", "create_dynamic")),
    ):
        for name in names:
            setattr(module, name, _refuse)
    return referents


def keep_stacks_unwalked() -> None:
    """Takes away what would visit the frames of suspended stacks, whose memory has moved.

    The collector does nothing when asked; tracing and profiling for a whole thread are refused.
    """
    collector: Any = gc
    collector.collect = lambda generation=2: 0
    collector.enable = lambda: None
    system: Any = sys
    system.settrace = system.setprofile = _refuse
    system.monitoring.set_events = _refuse


def _forget_javascript() -> None:
    """Removes JavaScript objects, and what makes them, from the globals of all modules."""
    import _pyodide._importhook as hook
    import _pyodide_core as core
    from pyodide import webloop as web

    hook.jsfinder.jsproxies.clear()
    schedule = _hidden_schedule(web)
    for key, module in list(sys.modules.items()):
        if key not in _without_javascript:
            for name in _javascript_in(module):
                delattr(module, name)
    for name in ("create_proxy", "create_once_callable", "run_sync", "to_js", "raw_call"):
        delattr(core, name)
    web.scheduleCallback, web.create_once_callable = schedule, _unchanged


def _hidden_schedule(web: Any) -> Callable[[Any, Any], Any]:
    """What Pyodide's own loop schedules with. A stack switch passes through it."""
    schedule = web.scheduleCallback
    create_once = functools.partial(web.create_once_callable, _may_syncify=True)
    callbacks: list[tuple[Any, ...]] = []
    once = itertools.starmap(create_once, _feed(callbacks))
    call = _Hidden(
        lambda delays: _mapped(
            bool,
            itertools.starmap(schedule, zip(once, delays)),  # noqa: B905, RUF058  # as in _mapped
        )
    )

    def schedule_callback(callback: Any, delay: Any) -> Any:
        callbacks.append((callback,))
        return call._pass(delay)

    return schedule_callback


def _unchanged(callback: Any, *, _may_syncify: bool = True) -> Any:
    return callback


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise ImportError("this is not available in this simulator")
