"""The primitives of `_thread` and `_queue`, on green threads.

Everything above them (`threading`, `queue`, `concurrent.futures`, asgiref) is used as published.
"""

from __future__ import annotations

import itertools
import sys
from collections import deque
from collections.abc import Callable
from typing import Any

from .kernel import scheduler
from .scheduler import GreenThread

TIMEOUT_MAX = 4294967.0
_serials = itertools.count()


def _deadline(timeout: float | None) -> int | None:
    if timeout is None or timeout < 0:
        return None
    return scheduler.now + round(timeout * 1_000_000)


class Observer:
    """Told when a thread is held by a lock. The tracer puts itself here."""

    def held(self) -> Callable[[], None] | None:
        """Called before a thread parks on a lock; the result is called when it goes on."""
        return None


observer = Observer()


def observe(by: Observer) -> None:
    """Sends what all locks tell to `by` from now on."""
    global observer
    observer = by


def _park(until: int | None) -> None:
    released = observer.held()
    scheduler.park(until)
    if released is not None:
        released()


class Lock:
    """`_thread.lock`: handed over in the order in which threads asked for it."""

    __slots__ = ("__weakref__", "_locked", "_waiters")

    def __init__(self) -> None:
        self._locked = False
        self._waiters: deque[GreenThread] = deque()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As `threading.Lock.acquire`."""
        if timeout != -1:
            if not blocking:
                raise ValueError("can't specify a timeout for a non-blocking call")
            if timeout < 0:
                raise ValueError("timeout value must be a non-negative number")
        if not self._locked:
            self._locked = True
            return True
        if not blocking or timeout == 0:
            return False
        thread = scheduler.current
        thread.granted = False
        self._waiters.append(thread)
        _park(_deadline(timeout))
        if thread.granted:
            return True
        self._waiters.remove(thread)
        return False

    __enter__ = acquire

    def __exit__(self, *_: object) -> None:
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        if self._waiters:
            thread = self._waiters.popleft()
            thread.granted = True
            scheduler.wake(thread)
        else:
            self._locked = False

    def release(self) -> None:
        """As `threading.Lock.release`."""
        self.__exit__()  # most are released by `with`, which so takes one call

    def locked(self) -> bool:
        """True while somebody holds the lock."""
        return self._locked

    def _at_fork_reinit(self) -> None:
        self._locked = False
        self._waiters.clear()

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __repr__(self) -> str:
        state = "locked" if self._locked else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


class RLock:
    """`_thread.RLock`."""

    __slots__ = ("__weakref__", "_count", "_lock", "_owner")

    def __init__(self) -> None:
        self._lock = Lock()
        self._owner: int | None = None
        self._count = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As `threading.RLock.acquire`."""
        ident = scheduler.current.ident
        if self._owner == ident:
            self._count += 1
            return True
        lock = self._lock
        if not lock._locked and timeout == -1:
            lock._locked = True  # as `lock.acquire()`: most locks are free, and asked for often
        elif not lock.acquire(blocking, timeout):
            return False
        self._owner = ident
        self._count = 1
        return True

    __enter__ = acquire

    def __exit__(self, *_: object) -> None:
        if self._owner != scheduler.current.ident:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            lock = self._lock
            if lock._waiters:
                lock.release()
            else:
                lock._locked = False

    def release(self) -> None:
        """As `threading.RLock.release`."""
        self.__exit__()

    def locked(self) -> bool:
        """True while somebody holds the lock."""
        return self._count > 0

    def _is_owned(self) -> bool:
        return self._owner == scheduler.current.ident

    def _recursion_count(self) -> int:
        return self._count if self._is_owned() else 0

    def _release_save(self) -> tuple[int, int | None]:
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state = (self._count, self._owner)
        self._count = 0
        self._owner = None
        self._lock.release()
        return state

    def _acquire_restore(self, state: tuple[int, int | None]) -> None:
        self._lock.acquire()
        self._count, self._owner = state

    def _at_fork_reinit(self) -> None:
        self.__init__()  # type: ignore[misc]  # the documented way to reset a lock


class SimpleQueue:
    """`_queue.SimpleQueue`. An item carries its sender's request to the thread that takes it."""

    __slots__ = ("__weakref__", "_items", "_waiters")
    __class_getitem__ = classmethod(lambda cls, _item: cls)

    def __init__(self) -> None:
        self._items: deque[tuple[Any, str | None, int | None]] = deque()
        self._waiters: deque[GreenThread] = deque()

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """Never blocks, as the native one."""
        sender = scheduler.current
        self._items.append((item, sender.request, sender.layer))
        if self._waiters:
            thread = self._waiters.popleft()
            thread.granted = True
            scheduler.wake(thread)

    put_nowait = put

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """As `queue.SimpleQueue.get`."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        thread = scheduler.current
        until = _deadline(timeout)
        while not self._items:
            if not block or (until is not None and scheduler.now >= until):
                import queue

                raise queue.Empty
            thread.granted = False
            self._waiters.append(thread)
            _park(until)
            if not thread.granted:
                self._waiters.remove(thread)
        item, request, layer = self._items.popleft()
        if item is not None:
            thread.request, thread.layer = request, layer
        return item

    def get_nowait(self) -> Any:
        """As `queue.SimpleQueue.get_nowait`."""
        return self.get(block=False)

    def empty(self) -> bool:
        """True if no item is there."""
        return not self._items

    def qsize(self) -> int:
        """The number of items."""
        return len(self._items)


class ThreadHandle:
    """`_thread._ThreadHandle`."""

    def __init__(self) -> None:
        self.ident = 0
        self._done = False
        self._waiters: list[GreenThread] = []

    def is_done(self) -> bool:
        """True once the thread has ended."""
        return self._done

    def _set_done(self) -> None:
        self._done = True
        waiters, self._waiters = self._waiters, []
        for thread in waiters:
            thread.granted = True
            scheduler.wake(thread)

    def join(self, timeout: float | None = None) -> None:
        """Waits for the thread's end."""
        if self._done:
            return
        thread = scheduler.current
        thread.granted = False
        self._waiters.append(thread)
        _park(_deadline(timeout))
        if not thread.granted:
            self._waiters.remove(thread)


class Local:
    """`_thread._local`: attributes per green thread, ended with the thread."""

    def __new__(cls, *args: Any, **keywords: Any) -> Local:
        if (args or keywords) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_arguments", (args, keywords))
        serial = next(_serials)
        object.__setattr__(self, "_serial", serial)
        scheduler.current.locals[serial] = {}
        return self

    def __getattribute__(self, name: str) -> Any:
        attributes = _local_attributes(self)
        if name == "__dict__":
            return attributes
        if name in attributes:
            return attributes[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "__dict__":
            raise AttributeError(
                f"{type(self).__name__!r} object attribute '__dict__' is read-only"
            )
        _local_attributes(self)[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del _local_attributes(self)[name]
        except KeyError:
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}"
            ) from None


def _local_attributes(local: Local) -> dict[str, Any]:
    storage = scheduler.current.locals
    serial = object.__getattribute__(local, "_serial")
    attributes = storage.get(serial)
    if attributes is None:
        attributes = storage[serial] = {}
        initialise = type(local).__init__
        if initialise is not object.__init__:
            args, keywords = object.__getattribute__(local, "_arguments")
            initialise(local, *args, **keywords)
    return attributes


class ThreadStarter:
    """`_thread.start_joinable_thread`, with a place for the tracer to hear of new threads."""

    def __init__(self) -> None:
        self.started: Callable[[GreenThread, Callable[[], Any]], None] | None = None

    def start(
        self,
        function: Callable[[], Any],
        *,
        handle: ThreadHandle | None = None,
        daemon: bool = True,
    ) -> ThreadHandle:
        """Starts a green thread that calls `function`."""
        handle = handle or ThreadHandle()

        def entry() -> None:
            try:
                function()
            except SystemExit:
                pass
            except BaseException:
                sys.excepthook(*sys.exc_info())
            finally:
                handle._set_done()

        thread = scheduler.create(entry)
        handle.ident = thread.ident
        thread.request = scheduler.current.request
        thread.layer = scheduler.current.layer
        thread.last_event = scheduler.current.last_event
        if self.started is not None:
            self.started(thread, function)
        return handle


starter = ThreadStarter()
