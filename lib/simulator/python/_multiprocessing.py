"""Semaphores of `multiprocessing`, among the threads of the one process that there is.

Pyodide comes without this module, and without it `multiprocessing.Event()` or `Lock()` cannot even
be made, which programs of one process use, too. Starting a process still fails.
"""

from __future__ import annotations

import threading
from typing import Any

_RECURSIVE_MUTEX = 0
_SEM_VALUE_MAX = 2**31 - 1


class SemLock:
    """As the native one. Its `name` is None, as that of a semaphore which is unlinked at once."""

    SEM_VALUE_MAX = _SEM_VALUE_MAX
    name = None

    def __init__(self, kind: int, value: int, maxvalue: int, name: str, unlink: bool) -> None:
        self.kind = kind
        self.maxvalue = maxvalue
        self.handle = id(self)
        self._semaphore = threading.Semaphore(value)
        self._owner: int | None = None  # the thread that acquired it last
        self._acquired = 0

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """As `multiprocessing.Lock.acquire`; a negative `timeout` counts as zero."""
        if self.kind == _RECURSIVE_MUTEX and self._is_mine():
            self._acquired += 1
            return True
        if block and timeout is not None:
            acquired = self._semaphore.acquire(timeout=max(0, timeout))
        else:
            acquired = self._semaphore.acquire(blocking=block)
        if acquired:
            self._owner = threading.get_ident()
            self._acquired += 1
        return acquired

    def release(self) -> None:
        """As `multiprocessing.Lock.release`."""
        if self.kind == _RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._acquired > 1:
                self._acquired -= 1
                return
        elif self._get_value() >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        self._acquired -= 1
        self._semaphore.release()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def _count(self) -> int:
        return self._acquired

    def _is_mine(self) -> bool:
        return self._acquired > 0 and self._owner == threading.get_ident()

    def _get_value(self) -> int:
        return self._semaphore._value

    def _is_zero(self) -> bool:
        return self._get_value() == 0

    def _after_fork(self) -> None:
        self._acquired = 0

    @classmethod
    def _rebuild(cls, *_: Any) -> SemLock:
        raise OSError("no other process can have made this semaphore")


def sem_unlink(name: str) -> None:
    """Does nothing: no semaphore here has a name."""
