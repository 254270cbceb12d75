"""Watches one native run from inside its process, changing nothing that the run can notice.

It listens in three places: standard output, asgiref's two bridges (for the hops) and the event
loop's callbacks (for how long each one held the loop).
"""

from __future__ import annotations

import asyncio
import inspect
import io
import logging
import sys
import threading
import time
import warnings
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, Literal, TextIO

from asgiref.sync import AsyncToSync, SyncToAsync
from native_runner import DjangoRecord, Hop, LogLine, LoopError

POOL_PREFIX = "pool"
POOL_SIZE = 6
"""As on a machine with two processors, which is what the simulator models."""
DEFAULT_POOL_PREFIX = "asyncio_"
"""What asyncio itself calls the threads of a loop's pool, where the loop is not the server's."""
WSGI_PREFIX = "wsgi"
DJANGO_INTERNAL = frozenset({"log_response", "response_for_exception"})
NOISY_LOGGERS = ("django.db.backends", "django.template", "django.utils.autoreload")
UNTOLD_WARNINGS = (
    ResourceWarning,
    DeprecationWarning,
    PendingDeprecationWarning,
    ImportWarning,
)

current_request: ContextVar[str | None] = ContextVar("current_request", default=None)


class Observer:
    """Collects what a run does. One per process; `watch` must come before Django is set up.

    `folder` holds the scenario's modules.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.log_lines: list[LogLine] = []
        self.hops: dict[str, list[Hop]] = {}
        self.warnings: list[str] = []
        self.django_log: list[DjangoRecord] = []
        self.loop_errors: list[LoopError] = []
        self.longest_hold = 0.0
        self.finished = 0.0
        self.processor_seconds = 0.0
        self.server_loop: asyncio.AbstractEventLoop | None = None
        self._start = time.perf_counter()
        self._processor_start = time.process_time()
        # By thread object and not by number: the system gives an ended thread's number to the next.
        self._worker_labels: dict[str | None, dict[threading.Thread, str]] = {}

    def watch(self) -> None:
        """Start listening."""
        sys.stdout = _LineWriter(lambda text: self._note_line("stdout", text))
        self._watch_hops()
        self._watch_loop()
        warnings.simplefilter("always")
        warnings.showwarning = self._note_warning
        self.watch_django_log()
        asyncio_logger = logging.getLogger("asyncio")
        asyncio_logger.addHandler(_CallingHandler(self._note_loop_error))
        asyncio_logger.propagate = False

    def watch_django_log(self) -> None:
        """Listen to Django's loggers alone; again after its set-up, which configures them."""
        logger = logging.getLogger("django")
        logger.handlers = [_CallingHandler(self._note_django_log)]
        logger.setLevel(logging.DEBUG)
        for noisy in NOISY_LOGGERS:
            logging.getLogger(noisy).setLevel(logging.INFO)

    def start_clock(self) -> None:
        """Make now the zero of all times."""
        self._start = time.perf_counter()
        self._processor_start = time.process_time()

    def stop_clock(self) -> None:
        """Note when the last request ended, and what all threads have computed until then."""
        self.finished = self.seconds
        self.processor_seconds = time.process_time() - self._processor_start

    @property
    def seconds(self) -> float:
        """Since the start of the clock."""
        return time.perf_counter() - self._start

    def log(self, text: object = "") -> None:
        """Note a line with the place where it was written; this is the `log` of the exercises."""
        self._note_line("log", str(text))

    def _note_line(self, stream: Literal["log", "stdout"], text: str) -> None:
        self.log_lines.append(
            LogLine(
                request=current_request.get(),
                stream=stream,
                text=text,
                thread=self._thread_label(),
                loop=self._loop_label(),
                seconds=self.seconds,
            )
        )

    def _loop_label(self) -> Literal["server", "private"] | None:
        running = _running_loop()
        if running is None:
            return None
        return "server" if running is self.server_loop else "private"

    def _thread_label(self) -> str:
        thread = threading.current_thread()
        running = _running_loop()
        if running is not None and running is self.server_loop:
            return "loop"
        if thread is threading.main_thread():
            return "main"
        if thread.name.startswith((POOL_PREFIX, DEFAULT_POOL_PREFIX)):
            return "pool"
        if thread.name.startswith(WSGI_PREFIX):
            return "wsgi"
        # asgiref keeps its process-wide thread in a pool of its own, with a name by default.
        if thread.name.startswith(f"{SyncToAsync.single_thread_executor._thread_name_prefix}_"):
            return "shared"
        labels = self._worker_labels.setdefault(current_request.get(), {})
        if thread not in labels:
            kind = "w" if running is None or _is_requests_worker(thread) else "x"
            number = 1 + sum(label.startswith(kind) for label in labels.values())
            labels[thread] = f"{kind}{number}"
        return labels[thread]

    def _note_hop(
        self, direction: Literal["to-thread", "to-loop"], function: Callable[..., object]
    ) -> None:
        request = current_request.get()
        if request is None:
            return
        what = _name_of(function)
        internal = (
            what in DJANGO_INTERNAL or what.startswith("Signal.") or _is_response_close(function)
        )
        hop = Hop(direction, what, thread=self._thread_label(), internal=internal)
        self.hops.setdefault(request, []).append(hop)

    def _watch_hops(self) -> None:
        # Typed as Any because their methods are replaced here, which no type allows.
        to_thread: Any = SyncToAsync
        to_loop: Any = AsyncToSync
        handle_in_thread = to_thread.thread_handler
        call_on_loop = to_loop.__call__

        def thread_handler(
            bridge: Any, loop: Any, exc_info: Any, task_context: Any, run: Any, child: Any
        ) -> Any:
            def noted_child() -> Any:
                # Here, and not a frame further out, the request's context is the current one.
                self._note_hop("to-thread", bridge.func)
                return child()

            return handle_in_thread(bridge, loop, exc_info, task_context, run, noted_child)

        def call(bridge: Any, *args: Any, **kwargs: Any) -> Any:
            if _running_loop() is None:  # else it raises: no crossing
                self._note_hop("to-loop", bridge.awaitable)
            return call_on_loop(bridge, *args, **kwargs)

        to_thread.thread_handler = thread_handler
        to_loop.__call__ = call

    def _watch_loop(self) -> None:
        callback: Any = asyncio.Handle
        run_callback = callback._run

        def run(handle: Any) -> None:
            start = time.perf_counter()
            run_callback(handle)
            if handle._loop is self.server_loop:
                self.longest_hold = max(self.longest_hold, time.perf_counter() - start)

        callback._run = run

    def _note_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        if not issubclass(category, UNTOLD_WARNINGS):
            self.warnings.append(f"{category.__name__}: {message}")

    def _note_django_log(self, record: logging.LogRecord) -> None:
        self.django_log.append(
            DjangoRecord(record.name, record.levelname, record.getMessage(), _error_of(record))
        )

    def _note_loop_error(self, record: logging.LogRecord) -> None:
        if record.exc_info or record.levelno >= logging.ERROR:
            message = record.getMessage().partition("\n")[0].replace(f"{self._folder}/", "")
            self.loop_errors.append(LoopError(message, _error_of(record)))


def _error_of(record: logging.LogRecord) -> str | None:
    return describe(record.exc_info[1]) if record.exc_info and record.exc_info[1] else None


def describe(error: BaseException) -> str:
    """An exception by its class and its text: "TypeError: 'coroutine' object ..."."""
    return f"{type(error).__name__}: {error}"


class _CallingHandler(logging.Handler):
    def __init__(self, note: Callable[[logging.LogRecord], None]) -> None:
        super().__init__()
        self._note = note

    def emit(self, record: logging.LogRecord) -> None:
        self._note(record)


class _LineWriter(io.TextIOBase):
    """A standard output that passes on whole lines, kept apart by thread."""

    def __init__(self, note: Callable[[str], None]) -> None:
        self._note = note
        self._rest = threading.local()

    def write(self, text: str) -> int:
        *lines, rest = (getattr(self._rest, "text", "") + text).split("\n")
        self._rest.text = rest
        for line in lines:
            self._note(line)
        return len(text)


def _is_requests_worker(thread: threading.Thread) -> bool:
    """True for the thread of a ThreadSensitiveContext, even while it runs a loop of its own."""
    executors = SyncToAsync.context_to_thread_executor.values()
    return any(thread in executor._threads for executor in executors)


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _is_response_close(function: Callable[..., object]) -> bool:
    return getattr(function, "__name__", "") == "close" and hasattr(
        getattr(function, "__self__", None), "_resource_closers"
    )


def _name_of(function: Callable[..., object]) -> str:
    """'Audit.middleware' for a layer's inner function, 'ASGIHandler.get_response' for a method."""
    function = inspect.unwrap(function)
    owner = getattr(function, "__self__", None)
    if owner is not None and not inspect.isclass(owner) and not inspect.ismodule(owner):
        return f"{type(owner).__name__}.{getattr(function, '__name__', '__call__')}"
    name = getattr(function, "__qualname__", type(function).__qualname__)
    return str(name).replace(".<locals>", "")
