"""The server of mode 'asgi': one loop, one thread, a task per request, as uvicorn drives Django."""

from __future__ import annotations

import asyncio
import contextvars
from asyncio import runners
from functools import partial
from typing import Any
from urllib.parse import quote

from .chains import Classifier, Wait
from .event_loop import VirtualLoop
from .exchange import Exchange
from .kernel import scheduler


class AsgiServer:
    """Sends the exchanges through an ASGI application and stops when all are done."""

    def __init__(
        self,
        application: Any,
        exchanges: list[Exchange],
        linger: int,
        classifier: Classifier,
    ) -> None:
        self._application = application
        self._exchanges = exchanges
        self._linger = linger
        self._open = len(exchanges)
        self._context = contextvars.copy_context()  # callbacks from outside would run in anybody's
        self.loop = VirtualLoop()
        classifier.add(_Connection.receive, lambda _frame: Wait("io", "receive()"))

    def serve(self) -> None:
        """Runs the loop until every exchange is done and the linger is over; then shuts it down."""
        asyncio.set_event_loop(self.loop)
        for exchange in sorted(self._exchanges, key=lambda _: scheduler.rank()):
            scheduler.call_at(exchange.arrival, partial(self._arrive, exchange))
        if not self._exchanges:
            self._stop_later()
        try:
            self.loop.run_forever()
            if self._open:
                raise SystemExit("somebody stopped the event loop, which")
        finally:
            shut_down(self.loop)

    def _arrive(self, exchange: Exchange) -> None:
        scheduler.current.request = exchange.id
        exchange.arrives()
        self.loop.call_soon_threadsafe(self._start, exchange, context=self._context)
        scheduler.current.request = None

    def _start(self, exchange: Exchange) -> None:
        connection = _Connection(exchange, self.loop)
        self.loop.create_task(self._handle(exchange, connection), name=f"request {exchange.id}")

    async def _handle(self, exchange: Exchange, connection: _Connection) -> None:
        error: BaseException | None = None
        try:
            await self._application(connection.scope(), connection.receive, connection.send)
        except SystemExit, KeyboardInterrupt:
            raise
        except BaseException as raised:
            error = raised
        exchange.end(error)
        del error  # it refers to this frame
        self._open -= 1
        if not self._open:
            self._stop_later()

    def _stop_later(self) -> None:
        scheduler.call_at(scheduler.now + self._linger, self._stop)

    def _stop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop, context=self._context)


def shut_down(loop: VirtualLoop) -> None:
    """Closes a loop as `asyncio.run` does, leaving out the steps that have nothing to do."""
    try:
        if asyncio.all_tasks(loop):
            runners._cancel_all_tasks(loop)  # type: ignore[attr-defined]
        if loop._asyncgens:
            loop.run_until_complete(loop.shutdown_asyncgens())
        if loop._default_executor is not None:
            loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        asyncio.set_event_loop(None)
        loop.close()


class _Connection:
    """`scope`, `receive` and `send` of one request."""

    def __init__(self, exchange: Exchange, loop: VirtualLoop) -> None:
        self._exchange = exchange
        self._loop = loop
        self._context = contextvars.copy_context()
        self._messages: list[dict[str, Any]] = []
        self._arrived: asyncio.Future[None] | None = None
        request = exchange.request
        chunks = request.get("body_chunks")
        if chunks is None:
            body = (request.get("body") or "").encode()
            self._messages.append({"type": "http.request", "body": body, "more_body": False})
        else:
            self._plan(chunks)
        if request.get("disconnect_after") is not None:
            after = round(request["disconnect_after"] * 1_000_000)
            scheduler.call_at(exchange.arrival + after, self._disconnect)

    def _plan(self, chunks: list[tuple[float, str | None]]) -> None:
        for position, (at, text) in enumerate(chunks):
            when = self._exchange.arrival + round(at * 1_000_000)
            if text is None:
                scheduler.call_at(when, self._disconnect)
                continue
            message = {
                "type": "http.request",
                "body": text.encode(),
                "more_body": position + 1 < len(chunks),
            }
            scheduler.call_at(when, partial(self._deliver, message))

    def _disconnect(self) -> None:
        if not self._exchange.finished:
            self._exchange.goes_away()
            self._deliver({"type": "http.disconnect"})

    def _deliver(self, message: dict[str, Any]) -> None:
        """A message comes in from outside."""
        scheduler.current.request = self._exchange.id
        self._messages.append(message)
        if self._arrived is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_settle, self._arrived, context=self._context)
        scheduler.current.request = None

    def scope(self) -> dict[str, Any]:
        """The ASGI scope, as uvicorn builds it."""
        path, _, query = self._exchange.request["path"].partition("?")
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "server": ("127.0.0.1", 8000),
            "client": ("127.0.0.1", 50_000),
            "scheme": "http",
            "method": self._exchange.method,
            "root_path": "",
            "path": path,
            "raw_path": quote(path).encode("ascii"),
            "query_string": query.encode(),
            "headers": [
                (name.lower().encode("latin-1"), value.encode("latin-1"))
                for name, value in self._exchange.headers()
            ],
            "state": {},
        }

    async def receive(self) -> dict[str, Any]:
        """The next message from the client; waits until there is one."""
        while not self._messages:
            self._arrived = self._loop.create_future()
            try:
                await self._arrived
            finally:
                self._arrived = None
        return self._messages.pop(0)

    async def send(self, message: dict[str, Any]) -> None:
        """Takes a message of the application."""
        exchange = self._exchange
        if message["type"] == "http.response.start":
            exchange.begin_response(
                message["status"],
                [
                    (bytes(name).decode("latin-1"), bytes(value).decode("latin-1"))
                    for name, value in message.get("headers", [])
                ],
            )
        elif message["type"] == "http.response.body":
            exchange.write(bytes(message.get("body", b"")))
            if not message.get("more_body", False):
                exchange.end_response()


def _settle(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
