"""Puts what lies under the standard library in its place: `_thread`, `_queue`, `time`, `datetime`,
entropy.

Runs once, before Django is imported. Modules of the standard library that were loaded by then hold
the originals; they are dropped and imported anew, so that every later import sees the replacements.
Pyodide keeps the old copies for itself.
"""

from __future__ import annotations

import _thread
import datetime
import importlib
import os
import random
import sys
import time
from collections.abc import Callable
from typing import Any

from . import locks
from .kernel import scheduler

_PROCESSORS = 2  # makes six threads in a loop's default pool
EPOCH = 1_767_225_600  # 2026-01-01T00:00:00Z: the wall clock at the beginning of every run
UPTIME = 1_000  # seconds that time.monotonic() shows at the beginning: never 0 in a real process

_RELOADED = (
    "_threading_local",
    "asyncio",
    "concurrent",
    "logging",
    "queue",
    "random",
    "subprocess",
    "tempfile",
    "threading",
    "zipfile",
)


def install_threads() -> None:
    """Replaces the members of `_thread` and `_queue` on which `threading` and `queue` stand."""
    import _queue

    members: dict[str, Any] = {
        "start_joinable_thread": locks.starter.start,
        "start_new_thread": _start_new_thread,
        "start_new": _start_new_thread,
        "daemon_threads_allowed": lambda: True,
        "allocate_lock": locks.Lock,
        "allocate": locks.Lock,
        "lock": locks.Lock,
        "LockType": locks.Lock,
        "RLock": locks.RLock,
        "_ThreadHandle": locks.ThreadHandle,
        "_make_thread_handle": _make_thread_handle,
        "_local": locks.Local,
        "get_ident": lambda: scheduler.current.ident,
        "get_native_id": lambda: scheduler.current.ident // 4096 % 100_000,
        "_get_main_thread_ident": lambda: scheduler.main.ident,
        "_shutdown": lambda: None,
        "TIMEOUT_MAX": locks.TIMEOUT_MAX,
    }
    for name, member in members.items():
        setattr(_thread, name, member)
    _queue.SimpleQueue = locks.SimpleQueue  # type: ignore[misc,assignment]  # the replacement


def _start_new_thread(
    function: Callable[..., Any], args: tuple[Any, ...], keywords: dict[str, Any] | None = None
) -> int:
    return locks.starter.start(lambda: function(*args, **(keywords or {}))).ident


def _make_thread_handle(ident: int) -> locks.ThreadHandle:
    handle = locks.ThreadHandle()
    handle.ident = ident
    return handle


def install_clock(held: Callable[[str, str], Callable[[], None]]) -> None:
    """Makes `time` and `datetime` read the virtual clock. `held(kind, what)` is told of each
    `time.sleep`."""
    gmtime, localtime, strftime = time.gmtime, time.localtime, time.strftime
    asctime, ctime = time.asctime, time.ctime

    def sleep(seconds: float) -> None:
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        released = held("sleep", f"time.sleep({seconds:g})")
        scheduler.sleep(round(seconds * 1_000_000))
        released()

    def wall() -> float:
        return EPOCH + scheduler.now / 1_000_000

    def wall_ns() -> int:
        return EPOCH * 1_000_000_000 + scheduler.now * 1_000

    def monotonic() -> float:
        return UPTIME + scheduler.now / 1_000_000

    def monotonic_ns() -> int:
        return UPTIME * 1_000_000_000 + scheduler.now * 1_000

    clock: dict[str, Any] = {
        "sleep": sleep,
        "time": wall,
        "time_ns": wall_ns,
        "monotonic": monotonic,
        "monotonic_ns": monotonic_ns,
        "perf_counter": monotonic,
        "perf_counter_ns": monotonic_ns,
        "process_time": lambda: scheduler.worked / 1_000_000,
        "process_time_ns": lambda: scheduler.worked * 1_000,
        "thread_time": lambda: scheduler.current.worked / 1_000_000,
        "thread_time_ns": lambda: scheduler.current.worked * 1_000,
        "gmtime": lambda seconds=None: gmtime(wall() if seconds is None else seconds),
        "localtime": lambda seconds=None: localtime(wall() if seconds is None else seconds),
        "ctime": lambda seconds=None: ctime(wall() if seconds is None else seconds),
        "asctime": lambda parts=None: asctime(localtime(wall()) if parts is None else parts),
        "strftime": lambda form, parts=None: strftime(
            form, localtime(wall()) if parts is None else parts
        ),
    }
    for name, function in clock.items():
        function.__name__ = function.__qualname__ = name
        function.__module__ = "time"
        setattr(time, name, function)
    _install_datetime(wall)


def _install_datetime(wall: Callable[[], float]) -> None:
    original = datetime.datetime

    class VirtualDatetime(original):  # type: ignore[valid-type,misc]  # under its own name
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            return cls.fromtimestamp(wall(), tz)

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(wall(), datetime.UTC).replace(tzinfo=None)

        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(wall())

        def __repr__(self) -> str:
            return f"datetime.{super().__repr__()}"

    VirtualDatetime.__name__ = VirtualDatetime.__qualname__ = "datetime"
    VirtualDatetime.__module__ = "datetime"
    datetime.datetime = VirtualDatetime  # type: ignore[misc]


class Entropy:
    """Where `os.urandom` takes its bytes from: a generator that is the same in every run. The
    scenario's seed has no part in it, so that runs in other orders differ by their order alone."""

    def __init__(self) -> None:
        self._generator = random.Random(0)

    def restart(self) -> None:
        """Starts the sequence anew. Also seeds the module `random`."""
        self._generator.seed("await-points 0")
        import random as reloaded

        reloaded.seed(0)

    def bytes(self, size: int) -> bytes:
        """As `os.urandom`."""
        return self._generator.randbytes(size)


entropy = Entropy()


def install_machine() -> None:
    """Makes `os.urandom` (with it `secrets` and `uuid4`) come from `entropy`, and gives
    every browser the same number of processors."""
    os.urandom = entropy.bytes
    os.cpu_count = os.process_cpu_count = lambda: _PROCESSORS
    posix: Any = sys.modules["posix"]
    posix.urandom = entropy.bytes


def reload_standard_library() -> None:
    """Drops what was built on the originals and imports asyncio anew, in its pure-Python form.

    The C `Task` and `Future` keep the running loop per thread state, which Pyodide swaps; the form
    in Python can be observed, and does the same.
    """
    for name in list(sys.modules):
        if name.partition(".")[0] in _RELOADED:
            del sys.modules[name]
    accelerator = sys.modules.pop("_asyncio", None)
    sys.modules["_asyncio"] = None  # type: ignore[assignment]  # makes `import _asyncio` fail
    try:
        importlib.import_module("asyncio")
    finally:
        del sys.modules["_asyncio"]
        if accelerator is not None:
            sys.modules["_asyncio"] = accelerator  # Pyodide imports it at every switch
