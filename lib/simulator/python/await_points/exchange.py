"""One request and its response as the server sees them."""

from __future__ import annotations

from typing import Any

from .errors import addresses, class_name, describe
from .kernel import scheduler
from .trace import Recorder


class Exchange:
    """Gathers the row of a request and writes the server's events."""

    def __init__(self, request: dict[str, Any], recorder: Recorder) -> None:
        self.id: str = request["id"]
        self.request = request
        self.arrival = scheduler.now + round(request.get("at", 0) * 1_000_000)
        self.disconnected = False
        self._recorder = recorder
        self._status: int | None = None
        self._headers: list[list[str]] = []
        self._body = bytearray()
        self._size = 0
        self._chunks: list[list[int]] = []
        self._error: dict[str, Any] | None = None
        self._wrote_late = False
        self._start: int | None = None
        self._end: int | None = None
        self._done: int | None = None

    def _emit(self, kind: str, **shape: Any) -> None:
        self._recorder.emit(kind, request=self.id, task=scheduler.current.task, **shape)

    @property
    def method(self) -> str:
        """GET unless the scenario says otherwise."""
        return str(self.request.get("method", "GET")).upper()

    @property
    def finished(self) -> bool:
        """True once the application has returned."""
        return self._done is not None

    def headers(self) -> list[tuple[str, str]]:
        """The request's headers, with a host."""
        given = dict(self.request.get("headers", {}))
        names = {name.lower() for name in given}
        if "host" not in names:
            given = {"host": "testserver", **given}
        body = self.request.get("body")
        if body is not None and "content-length" not in names:
            given["content-length"] = str(len(body.encode()))
        return list(given.items())

    def arrives(self) -> None:
        """The client's request reaches the server."""
        self._emit("request-arrive")

    def goes_away(self) -> None:
        """The client closes the connection."""
        if not self.finished and not self.disconnected:
            self.disconnected = True
            self._emit("disconnect")

    def begin_response(self, status: int, headers: list[tuple[str, str]]) -> None:
        """The response's status and headers were sent."""
        if self.disconnected:
            self._wrote_late = True
            return
        if not 100 <= status <= 999:
            raise ValueError(f"{addresses.normalise(repr(status))} is no status that HTTP knows")
        self._status = status
        self._headers = [[name, addresses.normalise(value)] for name, value in headers]
        self._start = scheduler.now
        self._emit("response-start", status=status)

    def write(self, data: bytes) -> None:
        """A part of the body was sent."""
        if self.disconnected:
            self._wrote_late = True
            return
        if data:
            self._chunks.append([scheduler.now, len(data)])
            self._size += len(data)
            self._body += data[: max(0, self._recorder.limits.body - len(self._body))]

    def end_response(self) -> None:
        """The last part of the body was sent."""
        if not self.disconnected and self._end is None and self._start is not None:
            self._end = scheduler.now
            self._emit("response-end")

    def end(self, error: BaseException | None) -> None:
        """The application callable returned, or raised `error`."""
        self._done = scheduler.now
        text = None
        if error is not None:
            self._error = describe(error)
            text = f"{class_name(error)}: {self._error['message']}"
        self._emit("request-end", error=text)

    def row(self) -> dict[str, Any]:
        """The request's row in the trace."""
        return {
            "id": self.id,
            "method": self.method,
            "path": self.request["path"],
            "arrival": self.arrival,
            "status": self._status,
            "headers": self._headers,
            "body": addresses.normalise(self._body.decode("utf-8", "replace")),
            "bodyTruncated": self._size > len(self._body),
            "chunks": self._chunks,
            "error": self._error,
            "wroteAfterDisconnect": self._wrote_late,
            "responseStart": self._start,
            "responseEnd": self._end,
            "done": self._done,
        }
