"""Short names of callables, as hops and tasks show them."""

from __future__ import annotations

import functools
import types
from typing import Any

_INTERNAL = ("Signal.", "log_response", "response_for_exception")


def name_of(function: Any) -> str:
    """'Signal.asend.sync_send', 'HttpResponse.close', 'SecurityMiddleware': the callable below all
    wrapping."""
    for _ in range(20):
        if isinstance(function, functools.partial):
            function = function.func
            continue
        if isinstance(function, types.MethodType):
            break
        wrapped = getattr(function, "__wrapped__", None)
        if wrapped is None:
            break
        function = wrapped
    if isinstance(function, types.MethodType):
        owner = function.__self__
        kind = owner if isinstance(owner, type) else type(owner)
        return f"{kind.__name__}.{function.__name__}"
    qualified = getattr(function, "__qualname__", None)
    if not isinstance(qualified, str):
        return type(function).__name__
    return qualified.replace(".<locals>", "")


def is_internal(name: str) -> bool:
    """True for the crossings that Django makes for itself: signals, close, log, error page."""
    if name.startswith(_INTERNAL):
        return True
    owner, _, method = name.rpartition(".")
    return method == "close" and "Response" in owner
