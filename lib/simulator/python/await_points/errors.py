"""Python errors as the trace carries them."""

from __future__ import annotations

import linecache
import re
import traceback
from typing import Any

from .origins import LEARNER_PREFIX, origin_of

_ADDRESS = re.compile(r"(?<=0x)[0-9a-fA-F]{4,16}\b")


class Addresses:
    """Gives each address that appears in a repr a number, so that two runs print the same."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}

    def normalise(self, text: str) -> str:
        """Replaces memory addresses by small stable ones, in order of appearance."""
        if "0x" not in text:
            return text
        return _ADDRESS.sub(self._stable, text)

    def _stable(self, match: re.Match[str]) -> str:
        return self._numbers.setdefault(match[0], f"{0x7F0000000000 + 16 * len(self._numbers):x}")


addresses = Addresses()


# A class's own, whatever its metaclass says that they are.
_module_of = type.__dict__["__module__"].__get__
_qualname_of = type.__dict__["__qualname__"].__get__


def class_name(error: BaseException) -> str:
    """'ValueError', 'django.core.exceptions.ImproperlyConfigured'."""
    kind = type(error)
    module, name = _module_of(kind), _qualname_of(kind)
    return str(name) if module == "builtins" else f"{module}.{name}"


def describe(error: BaseException) -> dict[str, Any]:
    """The error as `pythonErrorSchema`. Frames of the simulator are left out."""
    summary = traceback.TracebackException.from_exception(error, capture_locals=False)
    seen = summary
    while seen is not None:
        _hide_simulator(seen)
        seen = seen.__cause__ or seen.__context__  # type: ignore[assignment]
    frames = []
    for entry in summary.stack:
        file, origin = origin_of(entry.filename)
        name = entry.name
        frames.append(
            {"file": file, "function": name, "line": max(1, entry.lineno or 1), "origin": origin}
        )
    if isinstance(error, SyntaxError) and error.filename:
        file, origin = origin_of(error.filename)
        frames.append(
            {
                "file": file,
                "function": "<module>",
                "line": max(1, error.lineno or 1),
                "origin": origin,
            }
        )
    return {
        "type": class_name(error),
        "message": message_of(error),
        "frames": frames,
        "text": addresses.normalise("".join(summary.format())).replace(LEARNER_PREFIX, ""),
    }


def message_of(error: BaseException) -> str:
    """The error's own text, whatever its `__str__` does."""
    if isinstance(error, SyntaxError) and error.msg:
        return error.msg
    try:
        return addresses.normalise(str(error))
    except BaseException:  # looking at an error must not end the run
        return "<the message could not be made>"


def _hide_simulator(summary: traceback.TracebackException) -> None:
    kept = [entry for entry in summary.stack if origin_of(entry.filename)[1] != "simulator"]
    summary.stack[:] = kept


def remember_source(filename: str, source: str) -> None:
    """Lets tracebacks quote a learner's line."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
