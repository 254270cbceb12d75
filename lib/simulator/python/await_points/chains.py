"""The chain of awaits below a suspended task, and what it waits for."""

from __future__ import annotations

import asyncio
import asyncio.locks
import asyncio.queues
import asyncio.tasks
import asyncio.threads
import inspect
import types
from collections.abc import Callable
from types import FrameType
from typing import Any, NamedTuple

from .naming import name_of


class Wait(NamedTuple):
    """Why a task is suspended; `until` is set for timers (microseconds)."""

    on: str
    what: str
    until: int | None = None


def chain(coroutine: Any) -> list[FrameType]:
    """The frames of a suspended coroutine, outermost first."""
    frames: list[FrameType] = []
    awaited = coroutine
    while awaited is not None:
        if isinstance(awaited, types.CoroutineType):
            frame, awaited = awaited.cr_frame, awaited.cr_await
        elif isinstance(awaited, types.GeneratorType):
            frame, awaited = awaited.gi_frame, awaited.gi_yieldfrom
        elif isinstance(awaited, types.AsyncGeneratorType):
            frame, awaited = awaited.ag_frame, awaited.ag_await
        else:
            awaited = _behind(awaited)
            continue
        if frame is not None:
            frames.append(frame)
    return frames


def _behind(awaited: Any) -> Any:
    """The generator behind an opaque awaitable (`anext(generator)`, `coroutine.__await__()`)."""
    if type(awaited).__name__ not in (
        "async_generator_asend",
        "async_generator_athrow",
        "coroutine_wrapper",
        "anext_awaitable",
    ):
        return None
    return next(iter(_referents(awaited)), None)


def _no_referents(_awaited: Any) -> list[Any]:
    return []


_referents: Callable[[Any], list[Any]] = _no_referents


def see_behind(referents: Callable[[Any], list[Any]]) -> None:
    """Gives the look into opaque awaitables: the generators and coroutines that one refers to."""
    global _referents
    _referents = referents


def _timer(frame: FrameType) -> Wait:
    scope = frame.f_locals
    handle = scope.get("h")
    delay = scope.get("delay")
    return Wait("timer", f"asyncio.sleep({delay:g})", getattr(handle, "due", None))


def _method(on: str, name: str) -> Callable[[FrameType], Wait]:
    return lambda frame: Wait(on, f"{type(frame.f_locals.get('self')).__name__}.{name}()")


def _gather(frame: FrameType) -> Wait:
    return Wait("task", "asyncio.wait()")


class Classifier:
    """Tells what a chain waits for by the code objects in it. Other modules may `add` theirs."""

    def __init__(self) -> None:
        self._rules: dict[int, Callable[[FrameType], Wait]] = {}
        self.add(asyncio.tasks.sleep, _timer)
        self.add(asyncio.tasks._wait, _gather)  # type: ignore[attr-defined]  # below asyncio.wait
        self.add(asyncio.locks.Lock.acquire, _method("lock", "acquire"))
        self.add(asyncio.locks.Semaphore.acquire, _method("lock", "acquire"))
        self.add(asyncio.locks.Condition.wait, _method("lock", "wait"))
        self.add(asyncio.locks.Event.wait, _method("future", "wait"))
        self.add(asyncio.queues.Queue.get, _method("future", "get"))
        self.add(asyncio.queues.Queue.put, _method("future", "put"))
        self.add(
            asyncio.threads.to_thread,
            lambda frame: Wait("thread", f"to_thread({name_of(frame.f_locals.get('func'))})"),
        )

    def add(self, function: Any, rule: Callable[[FrameType], Wait]) -> None:
        """Frames of `function` are explained by `rule`."""
        self._rules[id(inspect.unwrap(function).__code__)] = rule

    def explain(self, frames: list[FrameType], waiter: Any) -> Wait:
        """The innermost frame that has a rule decides; then the future itself."""
        if waiter is None:
            return Wait("turn", "asyncio.sleep(0)")
        for frame in reversed(frames):
            rule = self._rules.get(id(frame.f_code))
            if rule is not None:
                return rule(frame)
        if isinstance(waiter, asyncio.Task):
            return Wait("task", name_of(waiter.get_coro()))
        if type(waiter).__name__ == "_GatheringFuture":
            return Wait("task", "asyncio.gather()")
        if getattr(waiter, "crossing", False):
            return Wait("thread", "run_in_executor()")
        return Wait("future", type(waiter).__name__)
