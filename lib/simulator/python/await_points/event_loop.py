"""The event loop of the simulator: asyncio's own, over the virtual clock.

Everything of `asyncio.BaseEventLoop` is kept except what touches the operating system (the
selector, the wake-up pipe) and what the tracer must see: turns, wake-ups and crossings to threads.
"""

from __future__ import annotations

import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.log
import asyncio.tasks
import heapq
from collections import deque
from collections.abc import Callable
from contextvars import copy_context
from typing import Any

from .kernel import scheduler
from .replacements import UPTIME
from .scheduler import GreenThread


class LoopObserver:
    """What a loop tells about itself. The tracer replaces the members of `observer`."""

    def task_created(self, task: VirtualTask, explicit: str | None) -> None:
        """A task exists and its first step is about to be scheduled."""

    def task_ended(self, task: VirtualTask) -> None:
        """The task has its result, its error or its cancellation; who waits for it is told next."""

    def step_begins(self, task: VirtualTask) -> None:
        """The loop hands itself to a task."""

    def step_ends(self, task: VirtualTask) -> None:
        """The task gave the loop back: it is done, or waits."""

    def woken(self, task: VirtualTask, handle: VirtualHandle) -> None:
        """A step of the task was put into the loop's ready queue."""

    def cancelled(self, task: VirtualTask) -> None:
        """Somebody asked the task to cancel itself."""

    def callback_begins(self, handle: VirtualHandle) -> None:
        """The loop runs a plain callback."""

    def callback_ends(self, handle: VirtualHandle) -> None:
        """The plain callback returned."""

    def submits(self, executor: Any, function: Callable[..., Any]) -> Callable[..., Any]:
        """Work is sent to an executor; returns the callable to send in its place."""
        return function

    def refused(self, function: Callable[..., Any]) -> None:
        """The executor did not take `function`, as returned by `submits`."""

    def returns(self, function: Callable[..., Any]) -> None:
        """The result of `function`, as returned by `submits`, has reached the loop."""

    def failed(self, loop: VirtualLoop, context: dict[str, Any]) -> None:
        """The loop's exception handler was called and nobody replaced it."""


observer = LoopObserver()


def observe(by: LoopObserver) -> None:
    """Sends what all loops tell to `by` from now on."""
    global observer
    observer = by


class VirtualHandle(asyncio.events.Handle):
    """A scheduled callback that remembers on whose behalf it was scheduled."""

    __slots__ = ("cause", "layer", "request", "task")

    cause: int | None
    request: str | None
    layer: int | None
    task: VirtualTask | None
    _source_traceback: list[Any] | None

    def __init__(self, callback: Any, args: Any, loop: VirtualLoop, context: Any) -> None:
        if loop._debug:
            super().__init__(callback, args, loop, context)
            return
        self._context = copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        self._source_traceback = None


class VirtualTimerHandle(asyncio.events.TimerHandle):
    """A timer. Timers due at the same instant fire in the order in which they were made, unless the
    scenario's seed ranks them otherwise: asyncio leaves it undefined."""

    __slots__ = ("cause", "due", "layer", "rank", "request", "serial", "task")

    cause: int | None
    request: str | None
    layer: int | None
    task: VirtualTask | None
    due: int
    rank: int
    serial: int
    _scheduled: bool
    _source_traceback: list[Any] | None

    def __lt__(self, other: Any) -> bool:
        if isinstance(other, VirtualTimerHandle):
            return (self.due, self.rank, self.serial) < (other.due, other.rank, other.serial)
        return NotImplemented


class VirtualTask(asyncio.tasks.Task):  # type: ignore[type-arg]  # generic only in stubs
    """asyncio's task, as published in Python, reporting its steps."""

    row: int
    _source_traceback: list[Any] | None

    def __init__(self, coro: Any, **keywords: Any) -> None:
        self.request = scheduler.current.request
        self.layer: int | None = None
        self.frame: int | None = None  # where it waits
        self.suspended: int | None = None  # the event that told of its present suspension
        self.waits_on = "start"
        self.cancelled_by: int | None = None
        self.woken_by: int | None = None
        self.woken_early = False
        self.interrupted: tuple[int | None, str | None, int | None] = (None, None, None)
        self.crossing: Any = None  # the hop that it waits for
        self.carries: Any = None  # the hop that it carries out, for a thread that waits
        self._announce(coro, keywords.get("name"))
        super().__init__(coro, **keywords)

    def _announce(self, coro: Any, name: Any) -> None:
        if asyncio.iscoroutine(coro):
            self._coro = coro
            observer.task_created(self, None if name is None else str(name))

    def cancel(self, msg: Any = None) -> bool:
        if not self.done():
            observer.cancelled(self)
        return super().cancel(msg=msg)

    def _Future__schedule_callbacks(self) -> None:
        observer.task_ended(self)
        super()._Future__schedule_callbacks()  # type: ignore[misc]  # as mangled in asyncio.futures

    def _Task__step(self, exc: BaseException | None = None) -> None:
        observer.step_begins(self)
        try:
            super()._Task__step(exc)  # type: ignore[misc]  # the name as mangled in asyncio.tasks
        finally:
            observer.step_ends(self)
            self = None  # type: ignore[assignment]  # breaks the cycle through the traceback of an error


VirtualTask.__name__ = VirtualTask.__qualname__ = "Task"
VirtualTask.__module__ = "_asyncio"
_STEPS = (VirtualTask._Task__step, VirtualTask._Task__wakeup)  # type: ignore[attr-defined]


def _stamp(handle: Any) -> None:
    thread = scheduler.current
    handle.cause = thread.last_event
    handle.request = thread.request
    handle.layer = thread.layer
    callback = handle._callback
    if getattr(callback, "__func__", None) in _STEPS:
        handle.task = callback.__self__
        observer.woken(callback.__self__, handle)
    else:
        handle.task = None


class _Selector:
    """Where the loop waits: parks its thread until a timer is due or another thread calls."""

    def __init__(self) -> None:
        self.parked: GreenThread | None = None

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is not None and timeout <= 0:
            scheduler.give_way()
            return []
        until = None if timeout is None else scheduler.now + round(timeout * 1_000_000)
        self.parked = scheduler.current
        scheduler.park(until)
        self.parked = None
        return []

    def wake(self) -> None:
        parked, self.parked = self.parked, None
        if parked is not None:
            scheduler.wake(parked)

    def close(self) -> None:
        self.parked = None


class VirtualLoop(asyncio.base_events.BaseEventLoop):
    """An event loop over the virtual clock."""

    # Members of BaseEventLoop that typeshed does not tell of.
    _ready: deque[Any]
    _scheduled: list[Any]
    _stopping: bool
    _debug: bool
    _closed: bool
    _timer_cancelled_count: int
    _task_factory: Callable[..., Any] | None
    _current_handle: Any
    _asyncgens: Any
    _default_executor: Any
    _check_closed: Callable[[], None]
    _check_thread: Callable[[], None]
    _check_callback: Callable[[Any, str], None]

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector()
        self._clock_resolution = 1e-9
        self._serial = 0
        self.set_task_factory(None)

    def time(self) -> float:
        """Seconds of virtual time, as `time.monotonic`."""
        return UPTIME + scheduler.now / 1_000_000

    # --- scheduling -----------------------------------------------------------------------------

    def call_soon(  # type: ignore[override]  # typeshed's variadic form cannot be repeated
        self, callback: Any, *args: Any, context: Any = None
    ) -> Any:
        if self._debug or self._closed:
            return super().call_soon(callback, *args, context=context)
        handle = VirtualHandle(callback, args, self, context)
        _stamp(handle)
        self._ready.append(handle)
        return handle

    def _call_soon(self, callback: Any, args: Any, context: Any) -> VirtualHandle:
        handle = VirtualHandle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        _stamp(handle)
        self._ready.append(handle)
        return handle

    def call_at(  # type: ignore[override]  # typeshed's variadic form cannot be repeated
        self, when: float, callback: Any, *args: Any, context: Any = None
    ) -> VirtualTimerHandle:
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = VirtualTimerHandle(when, callback, args, self, context)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        timer.due = round((when - UPTIME) * 1_000_000)
        timer.rank = scheduler.rank()
        self._serial += 1
        timer.serial = self._serial
        _stamp(timer)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def call_soon_threadsafe(  # type: ignore[override]  # typeshed's variadic form cannot be repeated
        self, callback: Any, *args: Any, context: Any = None
    ) -> VirtualHandle:
        self._check_closed()
        handle = self._call_soon(callback, args, context)
        self._write_to_self()
        return handle

    def create_task(self, coro: Any, **keywords: Any) -> Any:
        self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro, **keywords)
        task = VirtualTask(coro, loop=self, **keywords)
        if task._source_traceback:
            del task._source_traceback[-1]
        try:
            return task
        finally:
            del task

    def run_in_executor(  # type: ignore[override]  # typeshed's variadic form cannot be repeated
        self, executor: Any, func: Any, *args: Any
    ) -> Any:
        sent = observer.submits(executor, func)
        try:
            future = super().run_in_executor(executor, sent, *args)
        except BaseException:
            if sent is not func:
                observer.refused(sent)
            raise
        if sent is not func:
            future.add_done_callback(lambda _: observer.returns(sent))
        return future

    # --- one turn -------------------------------------------------------------------------------

    def _run_once(self) -> None:
        """As `BaseEventLoop._run_once`, on exact microseconds."""
        scheduled = self._scheduled
        while scheduled and scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(scheduled)._scheduled = False
        if self._ready or self._stopping:
            self._selector.select(0)
        elif scheduled:
            self._selector.select(max(0, scheduled[0].due - scheduler.now) / 1_000_000)
        else:
            self._selector.select(None)
        while scheduled and scheduled[0].due <= scheduler.now:
            handle = heapq.heappop(scheduled)
            handle._scheduled = False
            self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if handle._cancelled:
                continue
            is_step = handle.task is not None
            if not is_step:
                observer.callback_begins(handle)
            try:
                if self._debug:
                    self._run_measured(handle)
                else:
                    handle._run()
            finally:
                if not is_step:
                    observer.callback_ends(handle)
                handle = None  # breaks the cycle through the traceback of an error

    def _run_measured(self, handle: Any) -> None:
        """As the debug mode of `BaseEventLoop`: tells of a callback that held the loop for long."""
        self._current_handle = handle
        began = self.time()
        try:
            handle._run()
            held = self.time() - began
            if held >= self.slow_callback_duration:
                description = asyncio.base_events._format_handle(handle)  # type: ignore[attr-defined]
                asyncio.log.logger.warning("Executing %s took %.3f seconds", description, held)
        finally:
            self._current_handle = None

    # --- what touches the operating system ------------------------------------------------------

    def _process_events(self, event_list: Any) -> None:
        pass

    def _write_to_self(self) -> None:
        self._selector.wake()

    def default_exception_handler(self, context: dict[str, Any]) -> None:
        """Reports to the trace what asyncio would write to its logger."""
        observer.failed(self, context)


class _Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


def install() -> None:
    """Makes asyncio use the virtual loop and one running loop per green thread."""
    events: Any = asyncio.events

    def get_running() -> Any:
        return scheduler.current.loop

    def set_running(loop: Any) -> None:
        scheduler.current.loop = loop

    def get_running_loop() -> Any:
        """Return the running event loop.  Raise a RuntimeError if there is none."""
        loop = scheduler.current.loop
        if loop is None:
            raise RuntimeError("no running event loop")
        return loop

    def get_event_loop() -> Any:
        """Return the running event loop, or the one that the policy holds."""
        loop = scheduler.current.loop
        return loop if loop is not None else events._get_event_loop_policy().get_event_loop()

    get_running.__name__, set_running.__name__ = "_get_running_loop", "_set_running_loop"
    package: Any = asyncio
    for module in (events, package):
        module._get_running_loop = get_running
        module._set_running_loop = set_running
        module.get_running_loop = get_running_loop
        module.get_event_loop = get_event_loop
    events._event_loop_policy = _Policy()
    package.EventLoop = VirtualLoop
    asyncio.tasks.Task = VirtualTask  # type: ignore[misc]
    package.Task = VirtualTask
