"""The network that learner code sees: real httpx over a transport that answers after a latency.

No packet leaves. Every host answers as a small echo service: with what was asked, as JSON. Two
paths are special: `/delay/0.3` answers after 0.3 s, `/status/503` answers with that status.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

import httpx

from . import holding
from .chains import Classifier, Wait
from .kernel import scheduler

_DELAY = re.compile(r"/delay/(\d+(?:\.\d+)?)")
_STATUS = re.compile(r"/status/([1-5]\d\d)")


class _Echo:
    """What the far side answers, and after how long (microseconds)."""

    latency = 50_000

    def _plan(self, request: httpx.Request) -> tuple[int, float | None]:
        delay = _DELAY.search(request.url.path)
        latency = round(float(delay[1]) * 1_000_000) if delay else self.latency
        timeout = request.extensions.get("timeout", {}).get("read")
        return latency, timeout

    def _answer(self, request: httpx.Request) -> httpx.Response:
        status = _STATUS.search(request.url.path)
        echo = {"method": request.method, "url": str(request.url)}
        return httpx.Response(int(status[1]) if status else 200, json=echo, request=request)


class SimulatedTransport(_Echo, httpx.BaseTransport):
    """Blocks its thread for the latency."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """See httpx."""
        request.read()
        latency, timeout = self._plan(request)
        late = timeout is not None and latency > timeout * 1_000_000
        released = holding.hold("io", f"{request.method} {request.url}")
        scheduler.sleep(round((timeout or 0) * 1_000_000) if late else latency)
        released()
        if late:
            raise httpx.ReadTimeout("The read operation timed out", request=request)
        return self._answer(request)


class SimulatedAsyncTransport(_Echo, httpx.AsyncBaseTransport):
    """Suspends its task for the latency."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See httpx."""
        await request.aread()
        latency, timeout = self._plan(request)
        late = timeout is not None and latency > timeout * 1_000_000
        await _round_trip(
            (timeout or 0) if late else latency / 1_000_000, f"{request.method} {request.url}"
        )
        if late:
            raise httpx.ReadTimeout("The read operation timed out", request=request)
        return self._answer(request)


async def _round_trip(seconds: float, what: str) -> None:
    loop = asyncio.get_running_loop()
    answered = loop.create_future()
    timer = loop.call_later(seconds, _settle, answered)
    try:
        await answered
    finally:
        timer.cancel()


def _settle(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


def install(classifier: Classifier, latency: int) -> None:
    """Gives httpx's clients the simulated transports as their defaults."""
    from httpx import _client as clients

    _Echo.latency = latency
    for module in (clients, httpx):
        module.HTTPTransport = SimulatedTransport  # type: ignore[attr-defined]
        module.AsyncHTTPTransport = SimulatedAsyncTransport  # type: ignore[attr-defined]
    classifier.add(
        _round_trip,
        lambda frame: Wait(
            "io", frame.f_locals["what"], getattr(frame.f_locals.get("timer"), "due", None)
        ),
    )
