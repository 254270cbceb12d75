"""Native runs through uvicorn on loopback, with httpx as the client.

The client has a thread and a loop of its own, so that it never takes a turn of the server's loop.
What it saw is what counts; only the server's own error and the times of sending are noted on the
server's side.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import uvicorn
from native_exchange import Exchange, Message, Receive, Send, headers_of
from native_runner import Response
from observer import Observer, current_request

REQUEST_ID = "x-await-points-request"
"""Names the scenario's request on the wire; taken away before the application sees it."""
WARM_UP = "warm-up"
"""Never seen by the application: client and server load all they need before time counts."""
OF_THE_SERVER = frozenset({"date", "server", "connection", "transfer-encoding", "keep-alive"})


class _Noting:
    """An ASGI application around another that notes each request's exchange."""

    def __init__(self, application: Any, observer: Observer) -> None:
        self._application = application
        self._observer = observer
        self.exchanges: dict[str, Exchange] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        request = headers[REQUEST_ID.encode()].decode()
        if request == WARM_UP:
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body"})
            return
        current_request.set(request)
        scope = {
            **scope,
            "headers": [one for one in scope["headers"] if one[0] != REQUEST_ID.encode()],
        }
        exchange = self.exchanges[request] = Exchange(self._observer)
        await exchange.run(self._application, scope, receive, send)


async def serve_through_uvicorn(
    application: Any, scenario: dict[str, Any], observer: Observer
) -> dict[str, Response]:
    """Serve the scenario's requests; returns when the last of them has left the application."""
    noting = _Noting(application, observer)
    config = uvicorn.Config(
        noting, host="127.0.0.1", port=0, lifespan="off", log_config=None, access_log=False
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    address = server.servers[0].sockets[0].getsockname()
    with ThreadPoolExecutor(1) as client:
        sending = _send_all(scenario["requests"], address[1], observer)
        seen = await asyncio.get_running_loop().run_in_executor(client, asyncio.run, sending)
    while any(exchange.done is None for exchange in noting.exchanges.values()):
        await asyncio.sleep(0.005)  # a client that went away does not wait for the application
    observer.stop_clock()
    server.should_exit = True
    await serving
    return {
        request: _response(noting.exchanges[request], answer) for request, answer in seen.items()
    }


def _response(exchange: Exchange, answer: _Answer) -> Response:
    noted = exchange.response()
    broke_down = noted.status is None and noted.server_error is not None
    if exchange.disconnected:
        return noted  # what was sent may not have reached a client that was about to go
    return Response(
        status=None if broke_down else answer.status,
        headers={} if broke_down else answer.headers,
        body="" if broke_down else answer.body,
        server_error=noted.server_error,
        wrote_after_disconnect=False,
        start=noted.start,
        seconds=noted.seconds,
        done=noted.done,
    )


class _Answer:
    """What the client saw of one response."""

    def __init__(self) -> None:
        self.status: int | None = None
        self.headers: dict[str, str] = {}
        self.body = ""


async def _send_all(
    requests: list[dict[str, Any]], port: int, observer: Observer
) -> dict[str, _Answer]:
    # Without a proxy that the machine's environment may name.
    async with httpx.AsyncClient(trust_env=False, verify=False, timeout=30) as client:
        await client.get(f"http://127.0.0.1:{port}/", headers={REQUEST_ID: WARM_UP})
        observer.start_clock()
        answers = await asyncio.gather(*(_send(client, one, port) for one in requests))
    return {one["id"]: answer for one, answer in zip(requests, answers, strict=True)}


async def _send(client: httpx.AsyncClient, request: dict[str, Any], port: int) -> _Answer:
    await asyncio.sleep(request.get("at", 0))
    answer = _Answer()
    headers = {"host": "testserver", **request.get("headers", {}), REQUEST_ID: request["id"]}
    url = f"http://127.0.0.1:{port}{request['path']}"
    content = request.get("body")
    if request.get("body_chunks") is not None:
        content = _chunks(request["body_chunks"])
    asked = httpx.Request(request.get("method", "GET"), url, headers=headers, content=content)

    async def read() -> None:
        response = await client.send(asked, stream=True)
        answer.status = response.status_code
        answer.headers = headers_of(
            (name, value)
            for name, value in response.headers.multi_items()
            if name.lower() not in OF_THE_SERVER
        )
        try:
            body = b"".join([chunk async for chunk in response.aiter_raw()])
            answer.body = body.decode(errors="replace")
        finally:
            await response.aclose()

    with contextlib.suppress(httpx.TransportError, asyncio.TimeoutError, _GoneAway):
        await asyncio.wait_for(read(), request.get("disconnect_after"))
    return answer


class _GoneAway(Exception):
    """The client closes the connection while it still sends the body."""


async def _chunks(chunks: list[tuple[float, str | None]]) -> AsyncIterator[bytes]:
    elapsed = 0.0
    for at, text in chunks:
        await asyncio.sleep(at - elapsed)
        elapsed = at
        if text is None:
            raise _GoneAway
        yield text.encode()
