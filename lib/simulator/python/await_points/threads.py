"""Threads in the trace: what each one is for, and when it is held."""

from __future__ import annotations

import asyncio.base_events
import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

from asgiref.sync import AsyncToSync, SyncToAsync, ThreadSensitiveContext

from . import wsgi_server
from .kernel import scheduler
from .locks import Observer
from .origins import origin_of
from .scheduler import GreenThread
from .trace import Recorder

_PLUMBING = ("threading", "queue", "concurrent.")


class ThreadTracer(Observer):
    """Names new threads and writes when a thread is held by a sleep, a lock or computation."""

    def __init__(self, recorder: Recorder, too_many: Callable[[], None]) -> None:
        self._recorder = recorder
        self._too_many = too_many
        self._numbers: Counter[tuple[str | None, str]] = Counter()

    # --- rows -----------------------------------------------------------------------------------

    def started(self, thread: GreenThread, function: Callable[[], Any]) -> None:
        """Gives a new thread its row."""
        kind, name, request = self._classify(sys._getframe(2), function)
        self._recorder.thread_row(thread, kind, name, request)
        if len(self._recorder.threads) > self._recorder.limits.threads:
            self._too_many()

    def _classify(
        self, frame: FrameType | None, function: Callable[[], Any]
    ) -> tuple[str, str, str | None]:
        request = scheduler.current.request
        if getattr(function, "__func__", None) is wsgi_server.WsgiServer.serve_requests:
            return "wsgi", "wsgi", None
        while frame is not None:
            code = frame.f_code
            if code is asyncio.base_events.BaseEventLoop.run_in_executor.__code__:
                scope = frame.f_locals
                if scope["executor"] is scope["self"]._default_executor:
                    return "pool", "pool", None
            elif code is SyncToAsync.__call__.__code__:
                executor: Any = frame.f_locals.get("executor")
                if executor is SyncToAsync.single_thread_executor:
                    return "shared", "shared", None
                if executor in SyncToAsync.context_to_thread_executor.values():
                    return "thread-sensitive", self._number(request, "w"), request
                # A pool of the learner's own: it serves whoever comes.
                return "other", "thread", None
            elif code is AsyncToSync.__call__.__code__:
                return "temporary-loop", self._number(request, "x"), request
            elif code is ThreadSensitiveContext.__aexit__.__code__:
                return "other", "executor shutdown", request
            frame = frame.f_back
        return "other", "thread", request

    def _number(self, request: str | None, letter: str) -> str:
        self._numbers[request, letter] += 1
        return f"{letter}{self._numbers[request, letter]}"

    # --- holds ----------------------------------------------------------------------------------

    def hold(self, on: str, what: str) -> Callable[[], None]:
        """The current thread is held from now on, until the result is called."""
        recorder = self._recorder
        thread = scheduler.current
        request, task = thread.request, thread.task
        frame, layer = recorder.place(sys._getframe(2))
        begun = recorder.emit(
            "block-begin",
            request=request,
            layer=layer,
            task=task,
            frame=frame,
            on=on,
            what=what,
        )

        def released() -> None:
            recorder.emit(
                "block-end",
                request=request,
                layer=layer,
                task=task,
                frame=frame,
                cause=begun,
                thread=thread,
            )

        return released

    def held(self) -> Callable[[], None] | None:
        """A thread is about to wait for a lock. Idle workers are not held: they have no work."""
        frame: FrameType | None = sys._getframe(3)
        while frame is not None:
            file, origin = origin_of(frame.f_code.co_filename)
            if origin == "learner":
                return self.hold("lock", "a lock held by another thread")
            if origin != "simulator" and not file.startswith(_PLUMBING):
                return None
            frame = frame.f_back
        return None
