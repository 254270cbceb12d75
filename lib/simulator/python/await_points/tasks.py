"""Tasks in the trace: creation, turns, suspensions, wake-ups and their causes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from .chains import Classifier, chain
from .event_loop import LoopObserver, VirtualLoop, VirtualTask
from .hops import Hops
from .kernel import scheduler
from .naming import name_of
from .origins import LEARNER_PREFIX, origin_of
from .trace import Recorder


class TaskTracer(LoopObserver):
    """Turns what the event loops tell into events."""

    def __init__(
        self,
        recorder: Recorder,
        classifier: Classifier,
        hops: Hops,
        too_many: Callable[[], None],
        too_busy: Callable[[], None],
    ) -> None:
        self._too_many = too_many
        self._too_busy = too_busy
        self._callbacks = 0
        self._interrupted: dict[int, tuple[str | None, int | None]] = {}
        self._recorder = recorder
        self._classifier = classifier
        self._hops = hops

    # --- tasks ----------------------------------------------------------------------------------

    def task_created(self, task: VirtualTask, explicit: str | None) -> None:
        recorder = self._recorder
        thread = scheduler.current
        frame, layer = recorder.place(sys._getframe(2))
        coroutine: Any = task._coro
        name = explicit or name_of(coroutine)
        if len(recorder.tasks) >= recorder.limits.tasks:
            self._too_many()
        task.row = len(recorder.tasks)
        task.layer = layer
        task.carries = self._hops.carried(coroutine)
        code = getattr(coroutine, "cr_code", None)
        task.frame = recorder.frame_id(code, code.co_firstlineno) if code is not None else frame
        recorder.tasks.append(
            {
                "id": task.row,
                "request": task.request,
                "parent": thread.task,
                "name": name,
                "thread": thread.row,
            }
        )
        task.woken_by = recorder.emit(
            "task-create",
            request=task.request,
            layer=layer,
            task=task.row,
            frame=frame,
            name=name,
        )

    def task_ended(self, task: VirtualTask) -> None:
        how = "return"
        if task.cancelled():
            how = "cancel"
        elif task._exception is not None:  # reading it marks nothing
            how = "raise"
        if task.carries is not None:
            self._hops.dropped(task.carries)
        self._recorder.emit(
            "task-end", request=task.request, layer=task.layer, task=task.row, how=how
        )

    def step_begins(self, task: VirtualTask) -> None:
        thread = scheduler.current
        task.interrupted = (thread.task, thread.request, thread.layer)
        thread.task, thread.request, thread.layer = task.row, task.request, task.layer
        row = self._recorder.tasks[task.row]
        row["thread"] = thread.row
        self._recorder.emit(
            "turn-begin",
            request=task.request,
            layer=task.layer,
            task=task.row,
            frame=task.frame,
            cause=task.woken_by,
            name=row["name"],
        )

    def step_ends(self, task: VirtualTask) -> None:
        thread = scheduler.current
        recorder = self._recorder
        if not task.done():
            self._suspend(task)
        recorder.emit("turn-end", request=task.request, layer=task.layer, task=task.row)
        thread.task, thread.request, thread.layer = task.interrupted

    def _suspend(self, task: VirtualTask) -> None:
        recorder = self._recorder
        frames = chain(task._coro)
        wait = self._classifier.explain(frames, task._fut_waiter)  # type: ignore[attr-defined]
        place: int | None = None
        layer: int | None = None
        rows: list[int] = []
        task.crossing = None
        for frame in reversed(frames):
            if task.crossing is None:
                task.crossing = self._hops.awaited(frame)
            if layer is None:
                layer = recorder.activations.get(id(frame))
            _, origin = origin_of(frame.f_code.co_filename)
            if origin == "simulator":
                continue
            row = recorder.frame_id(frame.f_code, frame.f_lineno)
            rows.append(row)
            if place is None and origin == "learner":
                place = row
        task.frame = place if place is not None else (rows[0] if rows else None)
        task.waits_on = wait.on
        task.suspended = recorder.emit(
            "suspend",
            request=task.request,
            layer=layer if layer is not None else task.layer,
            task=task.row,
            frame=task.frame,
            on=wait.on,
            what=wait.what,
            until=wait.until,
            stack=recorder.stack_id(tuple(rows)),
        )
        if task.woken_early:
            task.woken_early = False
            self._wake(task, task.suspended)

    def woken(self, task: VirtualTask, handle: Any) -> None:
        if scheduler.current.task == task.row:
            task.woken_early = True  # by its own step: told after the suspension
        elif task.suspended is None:
            self._wake(task, task.woken_by)
        elif task.waits_on == "timer":
            self._wake(task, task.suspended)
        else:
            self._wake(task, scheduler.current.last_event)

    def _wake(self, task: VirtualTask, cause: int | None) -> None:
        why = task.waits_on
        if task.crossing is not None and why == "thread":
            cause = task.crossing.last
        if cause is None:
            cause = (
                task.suspended
            )  # nothing in the trace brought it about: it waited for the world outside
        if task.cancelled_by is not None:
            why, cause, task.cancelled_by = "cancel", task.cancelled_by, None
        task.woken_by = self._recorder.emit(
            "wake",
            request=task.request,
            layer=task.layer,
            task=task.row,
            frame=task.frame,
            cause=cause,
            why=why,
        )

    def cancelled(self, task: VirtualTask) -> None:
        task.cancelled_by = self._recorder.here("cancel", sys._getframe(2), target=task.row)

    # --- callbacks ------------------------------------------------------------------------------

    def callback_begins(self, handle: Any) -> None:
        self._callbacks += 1  # those in which nothing happens leave no event to count
        if self._callbacks > self._recorder.limits.callbacks:
            self._too_busy()
        thread = scheduler.current
        self._interrupted[thread.ident] = (thread.request, thread.layer)
        thread.request, thread.layer = handle.request, handle.layer
        thread.last_event = handle.cause
        thread.pending_turn = (handle._callback, handle.cause)

    def callback_ends(self, handle: Any) -> None:
        thread = scheduler.current
        if thread.pending_turn is not None:
            thread.pending_turn = None
        else:
            thread.in_callback_turn = False
            self._recorder.emit("turn-end", request=thread.request)
        thread.request, thread.layer = self._interrupted.pop(thread.ident)

    # --- threads --------------------------------------------------------------------------------

    def submits(self, executor: Any, function: Any) -> Any:
        return self._hops.submits(executor, function, sys._getframe(2))

    def refused(self, function: Any) -> None:
        self._hops.refused(function)

    def returns(self, function: Any) -> None:
        self._hops.returned(function)

    def failed(self, loop: VirtualLoop, context: dict[str, Any]) -> None:
        message = context.get("message") or "Unhandled exception in event loop"
        error = context.get("exception")
        if error is not None:
            message = f"{message}: {type(error).__name__}: {error}"
        message = message.replace(LEARNER_PREFIX, "")
        self._recorder.here("warning", None, category="asyncio", message=message)
