"""The trace under construction: tables, events and executed lines (see lib/trace/schema.ts)."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

from .cost import Limits
from .kernel import scheduler
from .naming import name_of
from .origins import origin_of
from .scheduler import GreenThread

_quoted: Callable[[str], str] = json.encoder.encode_basestring


def _json(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


_written: dict[type, Callable[[Any], str]] = {str: _quoted, int: int.__repr__}


class Recorder:
    """Collects what a run does. Times are read from the scheduler."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.events: list[str] = []  # as JSON: a hundred thousand texts cost a collector nothing
        self.lines: list[int] = []
        self.tasks: list[dict[str, Any]] = []
        self.threads: list[dict[str, Any]] = []
        self.frames: list[dict[str, Any]] = []
        self.stacks: list[dict[str, Any]] = []
        self.layers: list[dict[str, Any]] = []
        self.unmodelled: list[str] = []
        self.dropped = 0
        self.truncated = False
        self.exceeded: Callable[[], None] = lambda: None  # told when there are too many events
        self._frame_ids: dict[tuple[int, int], int] = {}
        self._codes: list[CodeType] = []  # keeps the identities in _frame_ids alive
        self._frame_keys: dict[tuple[str, str, int], int] = {}
        self._stack_ids: dict[tuple[int, ...], int] = {}
        self.activations: dict[int, int] = {}  # id of a running layer's frame -> layer

    # --- tables ---------------------------------------------------------------------------------

    def frame_id(self, code: CodeType, line: int | None) -> int:
        """The row of a place in source text."""
        line = line or code.co_firstlineno
        known = self._frame_ids.get((id(code), line))
        if known is not None:
            return known
        file, origin = origin_of(code.co_filename)
        if origin == "simulator":
            line = 1  # a recording must not change because a line of ours moved
        function = code.co_qualname
        key = (file, function, line)
        row = self._frame_keys.get(key)
        if row is None:
            row = self._frame_keys[key] = len(self.frames)
            self.frames.append(
                {
                    "id": row,
                    "file": file,
                    "function": function,
                    "line": max(1, line),
                    "origin": origin,
                }
            )
        self._frame_ids[(id(code), line)] = row
        self._codes.append(code)
        return row

    def stack_id(self, frames: tuple[int, ...]) -> int | None:
        """The row of a chain of frames, innermost first; None for an empty one."""
        if not frames:
            return None
        row = self._stack_ids.get(frames)
        if row is None:
            row = self._stack_ids[frames] = len(self.stacks)
            self.stacks.append({"id": row, "frames": list(frames)})
        return row

    def thread_row(self, thread: GreenThread, kind: str, name: str, request: str | None) -> None:
        """Gives a thread its row in the trace."""
        thread.row = len(self.threads)
        self.threads.append({"id": thread.row, "kind": kind, "name": name, "request": request})

    # --- places ---------------------------------------------------------------------------------

    def place(self, frame: FrameType | None) -> tuple[int | None, int | None]:
        """(innermost learner frame, else innermost frame; layer) of code that is running now."""
        chosen: int | None = None
        innermost: int | None = None
        while frame is not None:
            layer = self.activations.get(id(frame))
            if chosen is None:
                _, origin = origin_of(frame.f_code.co_filename)
                if origin == "learner":
                    chosen = self.frame_id(frame.f_code, frame.f_lineno)
                elif innermost is None and origin != "simulator":
                    innermost = self.frame_id(frame.f_code, frame.f_lineno)
            if layer is not None:
                return (chosen if chosen is not None else innermost), layer
            frame = frame.f_back
        return (chosen if chosen is not None else innermost), scheduler.current.layer

    # --- events ---------------------------------------------------------------------------------

    def emit(
        self,
        kind: str,
        *,
        request: str | None,
        layer: int | None = None,
        task: int | None = None,
        frame: int | None = None,
        cause: int | None = None,
        thread: GreenThread | None = None,
        **shape: str | int | None,
    ) -> int:
        """Appends one event and returns its seq."""
        thread = thread or scheduler.current
        if thread.pending_turn is not None and kind != "turn-begin":
            self.flush_turn(thread)
        seq = len(self.events)
        if seq >= self.limits.events:
            self.dropped += 1
            self.exceeded()
            return seq - 1
        text = (
            f'{{"seq":{seq},"t":{scheduler.now},"kind":"{kind}",'
            f'"request":{"null" if request is None else _quoted(request)},'
            f'"layer":{"null" if layer is None else layer},'
            f'"task":{"null" if task is None else task},"thread":{thread.row},'
            f'"frame":{"null" if frame is None else frame},'
            f'"cause":{"null" if cause is None else cause}'
        )
        for name, value in shape.items():
            text += f',"{name}":{_written.get(type(value), _json)(value)}'
        self.events.append(text + "}")
        thread.last_event = seq
        return seq

    def flush_turn(self, thread: GreenThread) -> None:
        """Writes the turn of a plain callback, now that something happens in it."""
        assert thread.pending_turn is not None
        callback, cause = thread.pending_turn
        thread.pending_turn = None
        thread.in_callback_turn = True
        self.emit(
            "turn-begin",
            request=thread.request,
            thread=thread,
            cause=cause,
            name=name_of(callback),
        )

    def here(
        self, kind: str, frame: FrameType | None, *, cause: int | None = None, **shape: Any
    ) -> int:
        """An event of the running code: request, task, layer and place are those of now."""
        thread = scheduler.current
        place, layer = self.place(frame)
        return self.emit(
            kind,
            request=thread.request,
            layer=layer,
            task=thread.task,
            frame=place,
            cause=cause,
            **shape,
        )

    def executed(self, code: CodeType, line: int) -> None:
        """Records one executed line of learner code."""
        if len(self.lines) >= self.limits.recorded_lines * 3:
            self.dropped += 1
            return
        self.lines += (scheduler.now, scheduler.current.row, self.frame_id(code, line))
