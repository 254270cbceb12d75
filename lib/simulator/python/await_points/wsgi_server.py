"""The server of mode 'wsgi': n threads that take requests from a queue, as gunicorn's gthread."""

from __future__ import annotations

import io
import sys
from functools import partial
from typing import Any

from .exchange import Exchange
from .kernel import scheduler
from .locks import Lock, SimpleQueue, starter


class WsgiServer:
    """Sends the exchanges through a WSGI application and stops when all are done."""

    def __init__(
        self, application: Any, exchanges: list[Exchange], threads: int, linger: int
    ) -> None:
        self._application = application
        self._exchanges = exchanges
        self._threads = threads
        self._linger = linger
        self._queue = SimpleQueue()
        self._open = len(exchanges)
        self._all_done = Lock()

    def serve(self) -> None:
        """Returns when every exchange is done and the linger is over."""
        if self._exchanges:
            self._all_done.acquire()
            for _ in range(self._threads):
                starter.start(self.serve_requests)
            for exchange in sorted(self._exchanges, key=lambda _: scheduler.rank()):
                scheduler.call_at(exchange.arrival, partial(self._arrive, exchange))
            self._all_done.acquire()
        if self._linger:
            scheduler.sleep(self._linger)
        for _ in range(self._threads):
            self._queue.put(None)

    def _arrive(self, exchange: Exchange) -> None:
        scheduler.current.request = exchange.id
        exchange.arrives()
        self._queue.put(exchange)
        scheduler.current.request = None

    def serve_requests(self) -> None:
        """The life of one of the server's threads."""
        while (exchange := self._queue.get()) is not None:
            error: BaseException | None = None
            try:
                self._answer(exchange)
            except SystemExit, KeyboardInterrupt:
                raise
            except BaseException as raised:
                error = raised
            exchange.end(error)
            del error  # it refers to this frame
            scheduler.current.request = None
            self._open -= 1
            if not self._open:
                self._all_done.release()

    def _answer(self, exchange: Exchange) -> None:
        started: list[tuple[int, list[tuple[str, str]]]] = []

        def start_response(
            status: str, headers: list[tuple[str, str]], exc_info: Any = None
        ) -> Any:
            started.append((int(status.split(" ", 1)[0]), headers))
            return exchange.write

        result = self._application(_environ(exchange), start_response)
        try:
            exchange.begin_response(*started[-1])
            for part in result:
                exchange.write(part)
            exchange.end_response()
        finally:
            close = getattr(result, "close", None)
            if close is not None:
                close()


def _environ(exchange: Exchange) -> dict[str, Any]:
    path, _, query = exchange.request["path"].partition("?")
    body = (exchange.request.get("body") or "").encode()
    environ: dict[str, Any] = {
        "REQUEST_METHOD": exchange.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in exchange.headers():
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    return environ
