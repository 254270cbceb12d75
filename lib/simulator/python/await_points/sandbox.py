"""The border to JavaScript, which is closed before learner code exists.

A JavaScript object in the hands of Python code is a way to all of JavaScript. So none is left: the
engine switches stacks through built-in functions, and all else that is JavaScript, or makes it, is
removed. What is refused here is refused a second time by the worker, which has lost its network and
storage, and a third time by the page's policy.
"""

from __future__ import annotations

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


class _Hidden:
    """Calls a function that nothing refers to but a C iterator."""

    __slots__ = ("_arguments", "_call")

    def __init__(self, chain: Callable[[Iterator[Any]], Iterator[Any]]) -> None:
        self._arguments: list[tuple[Any, ...]] = []
        self._call = chain(_feed(self._arguments)).__next__

    def __call__(self, *arguments: Any) -> Any:
        self._arguments.append(arguments)
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
    makers = _makers()
    _without_javascript.update(
        key
        for key, module in sys.modules.items()
        if key.partition(".")[0] not in (*_BARRED, "__main__")
        and not _javascript_in(module, makers)
    )


def _makers() -> frozenset[int]:
    """The identities of what makes JavaScript objects."""
    import _pyodide_core as core

    return frozenset(id(value) for name, value in vars(core).items() if not name.startswith("__"))


def _javascript_in(module: Any, makers: frozenset[int]) -> list[str]:
    """The globals of a module that are JavaScript objects, or make them."""
    from pyodide.ffi import JsProxy

    if not isinstance(module, types.ModuleType):
        return []
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

    The collector does nothing when asked; tracing and profiling for a whole thread are refused,
    and so is what would silence our own tracer.
    """
    collector: Any = gc
    collector.collect = lambda generation=2: 0
    collector.enable = lambda: None
    system: Any = sys
    system.settrace = system.setprofile = _refuse
    for name in (
        *("clear_tool_id", "free_tool_id", "register_callback"),
        *("set_events", "set_local_events", "restart_events"),
    ):
        setattr(system.monitoring, name, _refuse)


def _forget_javascript() -> None:
    """Removes JavaScript objects, and what makes them, from the globals of all modules."""
    import _pyodide._importhook as hook

    hook.jsfinder.jsproxies.clear()
    makers = _makers()
    for key, module in list(sys.modules.items()):
        if key not in _without_javascript:
            for name in _javascript_in(module, makers):
                delattr(module, name)


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise ImportError("this is not available in this simulator")
