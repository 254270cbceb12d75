"""Green threads and the virtual clock.

One thread runs at a time, as under the GIL. A thread is a WebAssembly stack; `Host.swap` suspends
the running stack and resumes another. Time is an integer count of microseconds that moves only when
a cost is charged, or when no thread can run: then it jumps to the next timer.

The supervisor is the stack that `run` was called on. It never executes learner code, so that a run
can be ended from any depth, by going back to it and never resuming the others.
"""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

_SUPERVISOR = 0
FIRST_IDENT = 140_000_000_000_000


@dataclass(frozen=True, slots=True)
class Host:
    """What lib/simulator/engine-host.ts provides, as built-in functions. Stacks are known by
    numbers."""

    spawn: Callable[[Callable[[], None]], None]
    """Calls its argument on a new stack, once the calling one is suspended."""
    swap: Callable[[int, int], None]
    """Parks this stack and resumes another (-1 for none); returns when this one is resumed."""
    leave: Callable[[int], None]
    """Resumes another stack when this one, which is about to end, has ended."""


class GreenThread:
    """One thread as Python code sees it. `stack` is None until it first runs."""

    __slots__ = (
        "__weakref__",
        "busy_since",
        "entry",
        "granted",
        "hop",
        "ident",
        "in_callback_turn",
        "last_event",
        "layer",
        "locals",
        "loop",
        "parked",
        "partial_output",
        "pending_turn",
        "request",
        "row",
        "stack",
        "task",
        "timer",
        "worked",
    )

    def __init__(self, ident: int, entry: Callable[[], None] | None) -> None:
        self.ident = ident
        self.entry = entry
        self.stack: int | None = None
        self.timer = 0  # the token of the timer that may wake it; 0 for none
        self.parked = False  # until it is made ready: by its timer or by `wake`, not by both
        self.granted = False  # set by whoever hands over what the thread waits for
        self.row = 0  # its row in the trace's table of threads
        self.request: str | None = None
        self.layer: int | None = None
        self.task: int | None = None
        self.loop: Any = None  # the running event loop of this thread
        self.locals: dict[int, dict[str, Any]] = {}
        self.last_event: int | None = None
        self.busy_since = 0
        self.worked = 0
        self.partial_output: dict[str, str] = {}
        self.pending_turn: tuple[Any, int | None] | None = None  # a callback and its cause
        self.hop: int | None = None
        self.in_callback_turn = False


class Scheduler:
    """Owns the clock, the queue of ready threads and the timers."""

    def __init__(self) -> None:
        self.now = 0
        self.worked = 0  # time charged, as against time jumped
        self.switch_interval = 5_000
        self.switches = 0
        self.jumped: Callable[[int, int], None] | None = None  # told (from, to) of every clock jump
        self.stuck: Callable[[], None] | None = None  # told when nothing can run any more
        self.limit = 1 << 62
        self.overrun: Callable[[], None] | None = None  # told when the clock passes `limit`
        self.shuffle: Callable[[int], int] | None = (
            None  # picks among n that are due together; None for the first
        )
        self._host: Host | None = None
        self._idents = itertools.count(FIRST_IDENT, 4096)
        self._stacks = itertools.count(1)
        self._tokens = itertools.count(1)
        self._ready: deque[GreenThread] = deque()
        self._timers: list[tuple[int, int, GreenThread | Callable[[], None]]] = []
        self._cancelled: set[int] = set()
        self._idle: list[int] = []
        self._entering: dict[int, GreenThread] = {}
        self.main = GreenThread(next(self._idents), None)
        self.outside = GreenThread(next(self._idents), None)
        self.current = self.main
        self.free = True  # while True (during start-up) work costs nothing
        self._alive = 0

    # --- connection -----------------------------------------------------------------------------

    def connect(self, host: Host) -> None:
        """Gives the scheduler its way to switch stacks. Called once, after the snapshot was
        restored."""
        self._host = host

    @property
    def connected(self) -> bool:
        """False while the snapshot is being prepared: then there is one thread and no switching."""
        return self._host is not None

    # --- the supervisor -------------------------------------------------------------------------

    def supervise(self, entry: Callable[[], None]) -> None:
        """Runs `entry` as the main thread on a stack of its own, until it returns or `finish` is
        called."""
        self.main.entry = entry
        self._ready.append(self.main)
        self._switch(_SUPERVISOR, self._next())
        self.current = self.main
        while self._idle:
            self._swap(_SUPERVISOR, self._idle.pop())

    @property
    def suspended(self) -> int:
        """How many stacks are suspended. While there are any, the garbage collector must not run:
        it would visit their frames, and the memory of those has moved."""
        return self._alive

    def finish(self) -> NoReturn:
        """Ends the run from wherever it stands. The calling stack is never resumed."""
        while True:
            self._swap(next(self._stacks), _SUPERVISOR)

    def run_others(self) -> None:
        """Lets every other thread run until it waits or ends."""
        while self._ready:
            self.give_way()

    # --- threads --------------------------------------------------------------------------------

    def create(self, entry: Callable[[], None]) -> GreenThread:
        """Makes a thread that will run `entry` once somebody gives way to it."""
        thread = GreenThread(next(self._idents), entry)
        self._ready.append(thread)
        return thread

    def wake(self, thread: GreenThread) -> None:
        """Makes a parked thread ready; leaves one alone whose timer has done so already."""
        if not thread.parked:
            return
        thread.parked = False
        if thread.timer:
            self._cancelled.add(thread.timer)
            thread.timer = 0
        self._ready.append(thread)

    def park(self, until: int | None = None) -> None:
        """Suspends the current thread until `wake`, or until the clock reads `until`."""
        thread = self.current
        thread.parked = True
        if until is not None:
            thread.timer = next(self._tokens)
            heapq.heappush(self._timers, (until, thread.timer, thread))
        self._leave(thread)

    def give_way(self) -> None:
        """Lets every other ready thread run before the current one goes on."""
        if self._ready:
            thread = self.current
            self._ready.append(thread)
            self._leave(thread)

    def sleep(self, duration: int) -> None:
        """Suspends the current thread for `duration` microseconds."""
        self.park(self.now + duration)

    # --- ties -----------------------------------------------------------------------------------

    def rank(self) -> int:
        """What orders things that are due at the same instant; always 0 where their own order
        decides."""
        return self.shuffle(1 << 30) if self.shuffle else 0

    # --- the clock ------------------------------------------------------------------------------

    def call_at(self, when: int, callback: Callable[[], None]) -> None:
        """Calls `callback` when the clock reads `when`: between threads, so it must not block."""
        if when <= self.now:
            self._outside(callback)
        else:
            heapq.heappush(self._timers, (when, next(self._tokens), callback))

    def _outside(self, callback: Callable[[], None]) -> None:
        """Runs `callback` on behalf of the world outside: no thread of the program is to blame."""
        current, self.current = self.current, self.outside
        try:
            callback()
        finally:
            self.current = current

    def charge(self, cost: int) -> None:
        """Moves the clock by work of the current thread; gives way when its time slice is over."""
        if self.free:
            return
        self.now += cost
        self.worked += cost
        self.current.worked += cost
        timers = self._timers
        if timers and timers[0][0] <= self.now:
            self._fire(self.now)
        if self._ready and self.now - self.current.busy_since >= self.switch_interval:
            self.give_way()
        if self.now > self.limit and self.overrun:
            self.overrun()

    def burn(self, duration: int) -> None:
        """Charges `duration` microseconds of computation, slice by slice."""
        end = duration
        while end > 0:
            slice_left = max(1, self.switch_interval - (self.now - self.current.busy_since))
            step = min(end, slice_left)
            self.charge(step)
            if step == slice_left:
                self.current.busy_since = self.now
            end -= step

    def _fire(self, due: int) -> None:
        timers = self._timers
        while timers and timers[0][0] <= due:
            _, token, target = heapq.heappop(timers)
            if isinstance(target, GreenThread):
                if token in self._cancelled:
                    self._cancelled.discard(token)
                elif target.timer == token:
                    target.timer = 0
                    target.parked = False
                    self._ready.append(target)
            else:
                self._outside(target)

    # --- switching ------------------------------------------------------------------------------

    def _next(self) -> GreenThread:
        ready = self._ready
        while not ready:
            timers = self._timers
            while timers and timers[0][1] in self._cancelled:
                self._cancelled.discard(heapq.heappop(timers)[1])
            if not timers:
                if self.stuck:
                    self.stuck()
                self.finish()
            when = timers[0][0]
            if when > self.now:
                if when > self.limit and self.overrun:
                    self.overrun()
                before, self.now = self.now, when
                if self.jumped:
                    self.jumped(before, when)
            self._fire(when)
        if self.shuffle and len(ready) > 1:
            ready.rotate(-self.shuffle(len(ready)))
        return ready.popleft()

    def _leave(self, thread: GreenThread) -> None:
        successor = self._next()
        if successor is not thread:
            assert thread.stack is not None
            self._switch(thread.stack, successor)
            self.current = thread
        thread.busy_since = self.now

    def _switch(self, parked: int, successor: GreenThread) -> None:
        """Suspends the running stack under `parked` and resumes the stack of `successor`."""
        self.current = successor
        stack = successor.stack
        if stack is None:
            if self._idle:
                stack = self._idle.pop()
                successor.stack = stack
                self._entering[stack] = successor
            else:
                successor.stack = next(self._stacks)
                self._spawn(successor)
                stack = -1
        self._swap(parked, stack)

    def _swap(self, parked: int, resumed: int) -> None:
        host = self._host
        assert host is not None, "no thread can be started before the simulator is connected"
        self.switches += 1
        host.swap(parked, resumed)

    def _spawn(self, first: GreenThread) -> None:
        """Starts a stack that runs one thread after another. A new stack costs far more than a
        switch."""
        stack = first.stack
        assert stack is not None and self._host is not None

        def serve() -> None:
            thread: GreenThread | None = first
            while thread is not None:
                self.current = thread
                thread.busy_since = self.now
                entry, thread.entry = thread.entry, None
                assert entry is not None
                entry()
                del entry
                if thread is self.main:
                    break
                thread = self._reuse(stack)
            self._alive -= 1
            self._resume(_SUPERVISOR)

        self._alive += 1
        self._host.spawn(serve)

    def _reuse(self, stack: int) -> GreenThread | None:
        """Finds the next thread for a stack whose thread has ended; None if the stack is to end
        too."""
        successor = self._next()
        if successor.stack is None:
            successor.stack = stack
            return successor
        self._idle.append(stack)
        self._switch(stack, successor)
        return self._entering.pop(stack, None)

    def _resume(self, stack: int) -> None:
        """Resumes another stack because this one is about to end."""
        assert self._host is not None
        self._host.leave(stack)
