"""One request and its response, as seen where the server meets the application."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from native_runner import Response
from observer import Observer, describe

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


def headers_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by name; those that come more than once are left out."""
    pairs = list(pairs)
    count = Counter(name.lower() for name, _ in pairs)
    return {name: value for name, value in pairs if count[name.lower()] == 1}


class Exchange:
    """Notes what passes between a server and an application."""

    def __init__(self, observer: Observer) -> None:
        self._observer = observer
        self.disconnected = False
        self.wrote_after_disconnect = False
        self.status: int | None = None
        self.headers: list[tuple[str, str]] = []
        self.body = b""
        self.error: str | None = None
        self.start: float | None = None
        self.end: float | None = None
        self.done: float | None = None

    def begin(self, status: int, headers: Iterable[tuple[str, str]]) -> None:
        """The application sent the status."""
        self.status, self.headers = status, list(headers)
        self.start = self._observer.seconds

    def finish(self) -> None:
        """The application sent the last of the body."""
        self.end = self._observer.seconds

    async def run(self, application: Any, scope: Message, receive: Receive, send: Send) -> None:
        """Call an ASGI application, noting what it receives and sends; raises what it raises."""

        async def noted_receive() -> Message:
            message = await receive()
            if message["type"] == "http.disconnect" and self.end is None:
                self.disconnected = True
            return message

        async def noted_send(message: Message) -> None:
            if self.disconnected:
                self.wrote_after_disconnect = True
            elif message["type"] == "http.response.start":
                self.begin(
                    message["status"],
                    [(name.decode(), value.decode()) for name, value in message["headers"]],
                )
            else:
                self.body += message.get("body", b"")
                if not message.get("more_body"):
                    self.finish()
            await send(message)

        try:
            await application(scope, noted_receive, noted_send)
        except (Exception, asyncio.CancelledError) as escaped:
            self.note_error(escaped)
            raise
        finally:
            self.done = self._observer.seconds

    def note_error(self, escaped: BaseException) -> None:
        """The application let an error through: what a server would log as its own."""
        self.error = describe(escaped)

    def response(self) -> Response:
        """What became of the request."""
        return Response(
            status=self.status,
            headers=headers_of(self.headers),
            body=self.body.decode(errors="replace"),
            server_error=self.error,
            wrote_after_disconnect=self.wrote_after_disconnect,
            start=self.start,
            seconds=self.end,
            done=self.done or self._observer.seconds,
        )
