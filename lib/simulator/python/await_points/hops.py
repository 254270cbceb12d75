"""Crossings between loops and threads.

asgiref's are seen by monitoring its published code; those of `run_in_executor` and `to_thread` pass
through the simulator's own loop.
"""

from __future__ import annotations

from types import FrameType
from typing import Any

from asgiref.sync import AsyncToSync, SyncToAsync, ThreadSensitiveContext

from .chains import Classifier, Wait
from .cost import COST
from .kernel import scheduler
from .monitor import Monitor
from .naming import is_internal, name_of
from .trace import Recorder


class _Crossing:
    """One crossing: `submitted`, `started`, `ended` are its events, `last` the latest of them."""

    __slots__ = (
        "ended",
        "frame",
        "home",
        "hop",
        "last",
        "layer",
        "request",
        "started",
        "submitted",
        "task",
    )

    def __init__(self, hop: int, submitted: int, frame: FrameType | None) -> None:
        thread = scheduler.current
        self.hop = hop
        self.frame = frame
        self.submitted = submitted
        self.started: int | None = None
        self.ended: int | None = None
        self.last = submitted
        self.request = thread.request
        self.layer: int | None = None
        self.task = thread.task
        self.home = thread.layer  # the layer that the thread worked for before


class _Sent:
    """What `run_in_executor` sends in place of the function: the same call, seen from inside."""

    def __init__(self, hops: Hops, crossing: _Crossing, function: Any) -> None:
        self._hops = hops
        self.crossing = crossing
        self._function = function
        self.__wrapped__ = function

    def __call__(self, *args: Any) -> Any:
        self._hops.start(self.crossing)
        how = "raise"
        try:
            result = self._function(*args)
            how = "return"
            return result
        finally:
            self._hops.end(self.crossing, how)


class Hops:
    """Numbers the crossings and writes their four events."""

    def __init__(self, recorder: Recorder, monitor: Monitor, classifier: Classifier) -> None:
        self._recorder = recorder
        self._count = 0
        self._by_frame: dict[int, _Crossing] = {}  # the frame that waits -> its crossing
        self._inside: dict[
            int, _Crossing
        ] = {}  # the frame that runs on the other side -> its crossing
        self._by_context: dict[int, _Crossing] = {}  # asgiref's list of one call -> its crossing
        self._to_start: dict[int, list[_Crossing]] = {}  # an AsyncToSync -> calls not yet begun
        to_thread = SyncToAsync.__call__.__code__
        handler = SyncToAsync.thread_handler.__code__
        to_loop = AsyncToSync.__call__.__code__
        wrapped = AsyncToSync.main_wrap.__code__
        monitor.watch(to_thread, start=self._async_caller, finish=self._caller_done)
        monitor.watch(handler, start=self._thread_begins, finish=self._inside_done)
        monitor.watch(to_loop, start=self._sync_caller, finish=self._caller_done)
        monitor.watch(wrapped, start=self._loop_begins, finish=self._inside_done)
        self.codes = {"to_thread": to_thread, "to_loop": to_loop, "wrapped": wrapped}
        classifier.add(
            ThreadSensitiveContext.__aexit__,
            lambda _frame: Wait("thread", "the request's executor to shut down"),
        )
        classifier.add(
            SyncToAsync.__call__,
            lambda frame: Wait("thread", f"sync_to_async({name_of(frame.f_locals['self'].func)})"),
        )

    # --- the events -----------------------------------------------------------------------------

    def _submit(self, direction: str, via: str, function: Any, frame: FrameType) -> _Crossing:
        hop = self._count
        self._count += 1
        what = name_of(function)
        thread = scheduler.current
        place, layer = self._recorder.place(frame)
        submitted = self._recorder.emit(
            "hop-submit",
            request=thread.request,
            layer=layer,
            task=thread.task,
            frame=place,
            hop=hop,
            direction=direction,
            via=via,
            what=what,
            internal=is_internal(what),
        )
        crossing = _Crossing(hop, submitted, frame)
        crossing.layer = layer
        return crossing

    def _write(self, kind: str, crossing: _Crossing, cause: int | None, **shape: Any) -> int:
        crossing.last = self._recorder.emit(
            kind,
            request=crossing.request,
            layer=crossing.layer,
            task=scheduler.current.task,
            cause=cause,
            hop=crossing.hop,
            **shape,
        )
        return crossing.last

    def start(self, crossing: _Crossing) -> None:
        """The function begins on the other side."""
        thread = scheduler.current
        if thread.task is None:
            thread.request, thread.layer = crossing.request, crossing.layer
        crossing.started = self._write("hop-start", crossing, crossing.submitted)
        scheduler.charge(COST.hop)

    def end(self, crossing: _Crossing, how: str) -> None:
        """The function is over; its result is on the way back."""
        began = crossing.submitted if crossing.started is None else crossing.started
        crossing.ended = self._write("hop-end", crossing, began, how=how)

    def _go_on(self, crossing: _Crossing) -> None:
        """Who asked for the crossing goes on: with its result, or, where that is not there yet,
        because he was cancelled. Then the function may still run, or even begin later."""
        self._write("hop-return", crossing, crossing.ended)
        if crossing.started is not None:
            scheduler.charge(COST.hop)

    def awaited(self, frame: FrameType) -> _Crossing | None:
        """The crossing that this suspended frame waits for."""
        return self._by_frame.get(id(frame))

    # --- asgiref --------------------------------------------------------------------------------

    def _async_caller(self, frame: FrameType) -> None:
        function = frame.f_locals["self"].func
        self._by_frame[id(frame)] = self._submit("to-thread", "sync_to_async", function, frame)

    def _sync_caller(self, frame: FrameType) -> None:
        if scheduler.current.loop is None:  # else it raises: no crossing
            function = frame.f_locals["self"].awaitable
            crossing = self._submit("to-loop", "async_to_sync", function, frame)
            self._by_frame[id(frame)] = crossing
            self._to_start.setdefault(id(frame.f_locals["self"]), []).append(crossing)
            scheduler.current.layer = crossing.layer  # the task made for it belongs to this layer

    def _caller_done(self, frame: FrameType, result: object, error: BaseException | None) -> None:
        crossing = self._by_frame.pop(id(frame), None)
        if crossing is None:
            return
        crossing.frame = None
        if frame.f_code is self.codes["to_loop"]:
            scheduler.current.layer = crossing.home
            waiting = self._to_start.get(id(frame.f_locals["self"]), [])
            if crossing in waiting:
                waiting.remove(crossing)
        if crossing.started is not None or error is None or _is_cancel(error):
            self._go_on(crossing)
        else:
            self.end(crossing, "raise")  # no thread would take it

    def _thread_begins(self, frame: FrameType) -> None:
        crossing = self._by_context.pop(id(frame.f_locals["task_context"]), None)
        if crossing is not None:
            self._inside[id(frame)] = crossing
            self.start(crossing)

    def _loop_begins(self, frame: FrameType) -> None:
        crossing = self._asked_for(frame)
        if crossing is not None:
            self._to_start[id(frame.f_locals["self"])].remove(crossing)
            self._inside[id(frame)] = crossing
            self.start(crossing)

    def _asked_for(self, frame: FrameType) -> _Crossing | None:
        """The crossing, not yet begun, for which a frame of `main_wrap` was made."""
        scope = frame.f_locals
        for crossing in self._to_start.get(id(scope["self"]), ()):
            asking = crossing.frame
            if asking is not None and asking.f_locals["call_result"] is scope["call_result"]:
                return crossing
        return None

    def carried(self, coroutine: Any) -> _Crossing | None:
        """The crossing that a task made of `coroutine` is to carry out."""
        if getattr(coroutine, "cr_code", None) is not self.codes["wrapped"]:
            return None
        return self._asked_for(coroutine.cr_frame)

    def dropped(self, crossing: _Crossing) -> None:
        """The task that was to carry out a crossing was cancelled. If it had not begun, nobody will
        ever tell the thread that waits."""
        if crossing.started is None:
            self.end(crossing, "cancel")

    def _inside_done(self, frame: FrameType, result: object, error: BaseException | None) -> None:
        crossing = self._inside.pop(id(frame), None)
        if crossing is not None:
            if error is None and frame.f_code is self.codes["wrapped"]:
                error = frame.f_locals["call_result"].exception()
            how = "return" if error is None else "cancel" if _is_cancel(error) else "raise"
            self.end(crossing, how)

    # --- run_in_executor ------------------------------------------------------------------------

    def submits(self, executor: Any, function: Any, frame: FrameType) -> Any:
        """The callable to send in place of `function`; `function` itself where asgiref sends it."""
        if frame.f_code is self.codes["to_thread"]:
            _loop, _error, task_context, *_ = function.args
            self._by_context[id(task_context)] = self._by_frame[id(frame)]
            return function
        return _Sent(self, self._submit("to-thread", "run_in_executor", function, frame), function)

    def refused(self, sent: Any) -> None:
        """The executor did not take what was made by `submits`."""
        self.end(sent.crossing, "raise")

    def returned(self, sent: Any) -> None:
        """The loop has the result of a crossing made by `submits`."""
        self._go_on(sent.crossing)


def _is_cancel(error: BaseException) -> bool:
    return type(error).__name__ == "CancelledError"
