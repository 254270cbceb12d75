"""sys.monitoring (PEP 669): executed lines of learner code, and starts and ends of watched
functions.

Only code objects that matter are instrumented, so framework code runs at full speed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

_monitoring = sys.monitoring
_events = _monitoring.events
_set_local_events = _monitoring.set_local_events  # learner code gets one that refuses
_TOOL = 4

_RUNNERS = frozenset(("exec", "eval", "builtins", "__builtins__"))
"""Names by which code comes to run other code that is no function yet."""

Start = Callable[[FrameType], None]
Finish = Callable[[FrameType, object, BaseException | None], None]
Line = Callable[[CodeType, int], None]


class Monitor:
    """Dispatches monitoring events by code object."""

    def __init__(self) -> None:
        self._starts: dict[int, list[Start]] = {}
        self._finishes: dict[int, list[Finish]] = {}
        self._learner: set[int] = set()
        self._kept: list[
            CodeType
        ] = []  # keys are identities: hashing a code object reads all of it
        self._listening = False
        self._auditing = False
        self.line: Line = lambda _code, _line: None
        self.branch: Line = lambda _code, _offset: None
        self.raised: Callable[[FrameType, BaseException], None] = lambda _frame, _error: None

    def begin(self) -> None:
        """Starts listening."""
        _monitoring.use_tool_id(_TOOL, "await-points")
        register = _monitoring.register_callback
        register(_TOOL, _events.PY_START, self._on_start)
        register(_TOOL, _events.PY_RETURN, self._on_return)
        register(_TOOL, _events.PY_UNWIND, self._unwind_callback())
        register(_TOOL, _events.RAISE, self._raise_callback())
        register(_TOOL, _events.LINE, self._on_line)
        register(_TOOL, _events.JUMP, self._on_branch)
        register(_TOOL, _events.BRANCH_LEFT, self._on_branch)
        register(_TOOL, _events.BRANCH_RIGHT, self._on_branch)
        self._listening = True
        for code in list(self._kept):
            self._instrument(code)
        _monitoring.set_events(_TOOL, _events.PY_UNWIND | _events.RAISE)

    def end(self) -> None:
        """Stops listening. The events stay set: to unset them, CPython would walk the frames of all
        stacks, and those of suspended ones have moved."""
        self._listening = False
        self._learner.clear()
        self._starts.clear()
        self._finishes.clear()
        self.line = self.branch = lambda _code, _number: None

    def watch(
        self, code: CodeType, *, start: Start | None = None, finish: Finish | None = None
    ) -> None:
        """Calls `start` and `finish` whenever a call of `code` begins and ends."""
        if start is not None:
            self._starts.setdefault(id(code), []).append(start)
        if finish is not None:
            self._finishes.setdefault(id(code), []).append(finish)
        self._instrument(code)

    def learn(self, code: CodeType) -> None:
        """Counts the lines of `code` and of everything defined in it."""
        if id(code) in self._learner:
            return
        self._learner.add(id(code))
        if _is_one_line(code):
            self.watch(code, start=lambda frame: self.branch(frame.f_code, frame.f_lasti))
        else:
            self._instrument(code)
        if not self._auditing and not _RUNNERS.isdisjoint(code.co_names):
            self._auditing = True
            sys.addaudithook(self._audit_hook())
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                self.learn(constant)

    def is_learner(self, code: CodeType) -> bool:
        """True for code given to `learn`."""
        return id(code) in self._learner

    def _instrument(self, code: CodeType) -> None:
        wanted = 0
        if id(code) in self._learner:
            wanted |= _events.LINE | _events.JUMP | _events.BRANCH_LEFT | _events.BRANCH_RIGHT
        if id(code) in self._starts:
            wanted |= _events.PY_START
        if id(code) in self._finishes:
            wanted |= _events.PY_RETURN
        self._kept.append(code)
        if self._listening:
            _set_local_events(_TOOL, code, wanted)

    def _audit_hook(self) -> Callable[[str, tuple[Any, ...]], None]:
        """Learner code may compile more code: what its `exec` and `eval` run counts as its own.

        CPython asks a hook at every `sys._getframe` and `frame.f_code`, so there is none before
        learner code is seen to need it.
        """

        def audit(event: str, args: tuple[Any, ...]) -> None:
            if (
                event == "exec"
                and isinstance(args[0], CodeType)
                and id(sys._getframe(1).f_code) in self._learner
            ):
                self.learn(args[0])

        return audit

    # --- callbacks ------------------------------------------------------------------------------

    def _on_start(self, code: CodeType, _offset: int) -> None:
        frame = sys._getframe(1)
        for start in self._starts.get(id(code), ()):
            start(frame)

    def _on_return(self, code: CodeType, _offset: int, result: object) -> None:
        frame = sys._getframe(1)
        for finish in self._finishes.get(id(code), ()):
            finish(frame, result, None)

    # These two cannot be had for single code objects: CPython tells of every error in every frame,
    # some hundred and fifty in each request. So they look nothing up that they need not.

    def _unwind_callback(self) -> Callable[[CodeType, int, BaseException], None]:
        finishes = self._finishes

        def on_unwind(code: CodeType, _offset: int, error: BaseException) -> None:
            if id(code) in finishes:
                frame = sys._getframe(1)
                for finish in finishes[id(code)]:
                    finish(frame, None, error)

        return on_unwind

    def _raise_callback(self) -> Callable[[CodeType, int, BaseException], None]:
        learner = self._learner

        def on_raise(code: CodeType, _offset: int, error: BaseException) -> None:
            if id(code) in learner:
                self.raised(sys._getframe(1), error)

        return on_raise

    def _on_line(self, code: CodeType, line: int) -> None:
        self.line(code, line)

    def _on_branch(self, code: CodeType, offset: int, _destination: int) -> None:
        self.branch(code, offset)


def _is_one_line(code: CodeType) -> bool:
    """True where LINE never fires: that the call begins on this line counts as its execution."""
    return all(line in (None, code.co_firstlineno) for _, _, line in code.co_lines())
