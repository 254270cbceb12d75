"""What a run writes: print, log(text), Django's log records, warnings."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from collections.abc import Callable
from typing import Any

from .errors import addresses
from .kernel import scheduler
from .trace import Recorder


class Output:
    """Collects all output with the place that wrote it."""

    def __init__(self, recorder: Recorder, exceeded: Callable[[], None]) -> None:
        self._recorder = recorder
        self._exceeded = exceeded
        self._written = 0
        self.server_loop: Any = None

    def loop_label(self) -> str | None:
        """'server', 'private' or None: the running loop that the current code can see."""
        loop = scheduler.current.loop
        if loop is None:
            return None
        return "server" if loop is self.server_loop else "private"

    def write(self, stream: str, text: str, depth: int = 2) -> None:
        """Writes one line to the trace."""
        self._written += len(text)
        if self._written > self._recorder.limits.output:
            self._exceeded()
        self._recorder.here(
            "output",
            sys._getframe(depth),
            stream=stream,
            text=addresses.normalise(text),
            loop=self.loop_label(),
        )

    def log(self, text: object = "") -> None:
        """The `log` that learner modules find among their globals."""
        self.write("log", str(text))

    def install(self) -> None:
        """Takes over sys.stdout, sys.stderr, warnings and Django's loggers."""
        sys.stdout = Stream(self, "stdout")
        sys.stderr = Stream(self, "stderr")
        warnings.resetwarnings()
        warnings.simplefilter("always")
        for category in (
            ResourceWarning,
            DeprecationWarning,
            PendingDeprecationWarning,
            ImportWarning,
        ):
            warnings.simplefilter("ignore", category)
        warnings.showwarning = self._show_warning  # type: ignore[assignment]  # fewer names
        self.install_logging()

    def install_logging(self) -> None:
        """Called again after django.setup(), which configures logging."""
        logger = logging.getLogger("django")
        logger.handlers = [DjangoHandler(self)]
        logger.setLevel(logging.DEBUG)
        for noisy in ("django.db.backends", "django.template", "django.utils.autoreload"):
            logging.getLogger(noisy).setLevel(logging.INFO)

    def flush(self) -> None:
        """Writes what was printed without an end of line."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, Stream):
                stream.finish()

    def _show_warning(
        self, message: Any, category: Any, filename: str, lineno: int, *_: object
    ) -> None:
        self._recorder.here(
            "warning",
            sys._getframe(1),
            category=category.__name__,
            message=addresses.normalise(str(message)),
        )


class Stream(io.TextIOBase):
    """A text stream that hands over whole lines, kept apart by thread."""

    def __init__(self, output: Output, name: str) -> None:
        self._output = output
        self._name = name
        self.name = f"<{name}>"

    @property
    def encoding(self) -> str:  # type: ignore[override]  # as a real console
        return "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        partial = scheduler.current.partial_output
        pending = partial.get(self._name, "") + text
        *lines, rest = pending.split("\n")
        partial[self._name] = rest
        for line in lines:
            self._output.write(self._name, line, depth=2)
        if len(rest) > 10_000:
            partial[self._name] = ""
            self._output.write(self._name, rest, depth=2)
        return len(text)

    def flush(self) -> None:
        pass

    def finish(self) -> None:
        """Hands over an unfinished line."""
        rest = scheduler.current.partial_output.pop(self._name, "")
        if rest:
            self._output.write(self._name, rest, depth=2)


class DjangoHandler(logging.Handler):
    """Django's log records, as 'LEVEL logger: message', with the error on a second line."""

    def __init__(self, output: Output) -> None:
        super().__init__()
        self._output = output

    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.levelname} {record.name}: {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            text += f"\n{type(error).__name__}: {error}"
        self._output.write("django", text)
