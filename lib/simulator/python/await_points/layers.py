"""Which layer is running: found by watching the code objects that Django's handler calls.

Nothing of Django is wrapped. `load_middleware` tells by its locals which callable belongs to which
dotted path; from then on a call of that callable's code is a call of the layer.
"""

from __future__ import annotations

import inspect
import types
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

from django.core.handlers import base, exception

from .kernel import scheduler
from .monitor import Monitor
from .naming import name_of
from .origins import origin_of
from .trace import Recorder


@dataclass
class _Layer:
    """A row of the trace's table, and the object that Django calls."""

    row: int
    order: int
    target: Any
    owner: Any  # the instance, where the code is a method


@dataclass
class _Call:
    """One request inside one layer."""

    layer: _Layer
    request: str | None
    outer: _Call | None
    went_on: bool = False
    coroutine: Any = None
    entered: bool = field(default=True)


class Layers:
    """Builds the table of layers and writes their enter and exit events."""

    def __init__(self, recorder: Recorder, monitor: Monitor, paths: list[str]) -> None:
        self._recorder = recorder
        self._monitor = monitor
        self._paths = paths
        self._unplaced = list(enumerate(paths))
        self._by_code: dict[int, list[_Layer]] = {}
        self._calls: dict[int, _Call] = {}  # id of a running frame -> call
        self._continued: dict[int, _Call] = {}  # id of a coroutine's frame, not yet started -> call
        self._innermost: dict[str | None, _Call | None] = {}
        self._watched: set[int] = set()
        for order, path in enumerate(paths):
            self._add_row(order, path.rpartition(".")[2], path, "middleware")
        self._view_row = self._add_row(len(paths), "view", "", "view")
        adapted: Any = exception.convert_exception_to_response
        monitor.watch(adapted.__code__, start=self._chained)
        for constant in adapted.__code__.co_consts:
            if isinstance(constant, CodeType) and constant.co_name == "inner":
                monitor.watch(constant, start=self._goes_on)
        monitor.watch(base.BaseHandler.resolve_request.__code__, finish=self._resolved)

    def _add_row(self, order: int, name: str, path: str, kind: str) -> int:
        row = len(self._recorder.layers)
        self._recorder.layers.append(
            {
                "id": row,
                "order": order,
                "name": name,
                "path": path,
                "kind": kind,
                "mode": "sync",
                "origin": "django" if path.startswith("django.") else "learner",
                "file": None,
                "line": None,
            }
        )
        return row

    # --- start-up -------------------------------------------------------------------------------

    def _chained(self, frame: FrameType) -> None:
        """`convert_exception_to_response(mw_instance)` was called by `load_middleware`."""
        caller = frame.f_back
        if caller is None or caller.f_code is not base.BaseHandler.load_middleware.__code__:
            return
        scope = caller.f_locals
        path = scope.get("middleware_path")
        if path is None or "mw_instance" not in scope:
            return
        for position in range(len(self._unplaced) - 1, -1, -1):
            if self._unplaced[position][1] == path:
                order = self._unplaced.pop(position)[0]
                self._place(order, scope["mw_instance"], bool(scope["middleware_is_async"]))
                return

    def _place(self, row: int, target: Any, is_async: bool) -> None:
        """Ties a row to the object that Django calls."""
        values = self._recorder.layers[row]
        values["mode"] = "async" if is_async else "sync"
        code, owner = _entry(target)
        if code is None:
            return
        origin = origin_of(code.co_filename)
        if origin[1] == "learner":
            values["file"], values["line"] = origin[0], code.co_firstlineno
        self._by_code.setdefault(id(code), []).append(_Layer(row, values["order"], target, owner))
        self._watch(code)

    def _watch(self, code: CodeType) -> None:
        if id(code) not in self._watched:
            self._watched.add(id(code))
            self._monitor.watch(code, start=self._starts, finish=self._finishes)

    def _resolved(self, frame: FrameType, match: Any, error: BaseException | None) -> None:
        """A URL was resolved to its view."""
        if error is not None:
            return
        code, owner = _entry(match.func)
        if code is None or id(code) in self._by_code:
            return
        row = self._view_row
        values = self._recorder.layers[row]
        if values["path"] and values["path"] != match._func_path:
            row = self._add_row(len(self._paths), name_of(match.func), "", "view")
            values = self._recorder.layers[row]
        values["path"] = match._func_path
        values["name"] = name_of(match.func)
        shown = _entry(inspect.unwrap(getattr(match.func, "view_class", match.func)))[0] or code
        origin = origin_of(shown.co_filename)
        values["origin"] = "learner" if origin[1] == "learner" else "django"
        if origin[1] == "learner":
            values["file"], values["line"] = origin[0], shown.co_firstlineno
        self._by_code[id(code)] = [_Layer(row, values["order"], match.func, owner)]
        self._watch(code)

    # --- requests -------------------------------------------------------------------------------

    def _goes_on(self, frame: FrameType) -> None:
        """`get_response` was called and has begun: the layer around it did not answer by itself."""
        call = self._innermost.get(scheduler.current.request)
        if call is not None:
            call.went_on = True

    def _starts(self, frame: FrameType) -> None:
        continued = self._continued.pop(id(frame), None)
        if continued is not None:
            self._enter(continued, frame)
            return
        layer = self._choose(frame)
        if layer is None:
            return
        request = scheduler.current.request
        outer = self._innermost.get(request)
        if outer is not None:
            outer.went_on = True
        self._enter(_Call(layer, request, outer), frame)

    def _choose(self, frame: FrameType) -> _Layer | None:
        candidates = self._by_code.get(id(frame.f_code))
        if not candidates:
            return None
        if frame.f_code.co_argcount > 0:
            first = frame.f_locals.get(frame.f_code.co_varnames[0])
            # A method of another instance is a subclass calling up: still its own layer's call.
            candidates = [one for one in candidates if one.owner is None or one.owner is first]
        outer = self._innermost.get(scheduler.current.request)
        below = -1 if outer is None else outer.layer.order
        among = sorted(candidates, key=lambda layer: layer.order)
        return next((layer for layer in among if layer.order > below), next(iter(among), None))

    def _enter(self, call: _Call, frame: FrameType) -> None:
        self._calls[id(frame)] = call
        self._innermost[call.request] = call
        recorder = self._recorder
        recorder.activations[id(frame)] = call.layer.row
        is_async = bool(frame.f_code.co_flags & inspect.CO_COROUTINE)
        if call.entered:
            call.entered = False
            if is_async:
                recorder.layers[call.layer.row]["mode"] = "async"
            recorder.emit(
                "layer-enter",
                request=call.request,
                layer=call.layer.row,
                task=scheduler.current.task,
                frame=recorder.frame_id(frame.f_code, frame.f_code.co_firstlineno),
            )

    def _finishes(self, frame: FrameType, result: object, error: BaseException | None) -> None:
        call = self._calls.pop(id(frame), None)
        if call is None:
            return
        self._recorder.activations.pop(id(frame), None)
        if error is None and isinstance(result, types.CoroutineType) and self._continues(result):
            self._recorder.layers[call.layer.row]["mode"] = "async"
            self._continued[id(result.cr_frame)] = call
            self._watch(result.cr_code)
            return
        if self._innermost.get(call.request) is call:
            self._innermost[call.request] = call.outer
        how = "return"
        if error is not None:
            how = (
                "cancel" if type(error).__name__ in ("CancelledError", "GeneratorExit") else "raise"
            )
        elif call.went_on or isinstance(result, types.CoroutineType):
            pass  # what it hands on is a coroutine, from which the layers below may still come
        elif self._recorder.layers[call.layer.row]["kind"] == "middleware":
            how = "short-circuit"
        self._recorder.emit(
            "layer-exit",
            request=call.request,
            layer=call.layer.row,
            task=scheduler.current.task,
            frame=self._recorder.frame_id(frame.f_code, frame.f_lineno),
            how=how,
        )

    def _continues(self, coroutine: types.CoroutineType[Any, Any, Any]) -> bool:
        """True if the coroutine is the layer's own work, not that of a layer below."""
        if (
            coroutine.cr_frame is None
            or inspect.getcoroutinestate(coroutine) != inspect.CORO_CREATED
        ):
            return False
        if coroutine.cr_code.co_name in ("inner", "_get_response_async"):
            return origin_of(coroutine.cr_code.co_filename)[1] == "learner"
        return origin_of(coroutine.cr_code.co_filename)[1] in ("learner", "django")


def _entry(target: Any) -> tuple[CodeType | None, Any]:
    """The code that runs when `target` is called, and the instance it is a method of."""
    if isinstance(target, types.MethodType):
        return target.__func__.__code__, target.__self__
    if isinstance(target, types.FunctionType):
        return target.__code__, None
    for kind in type(target).__mro__:
        call = vars(kind).get("__call__")
        if isinstance(call, types.FunctionType):
            return call.__code__, target
    return None, None
