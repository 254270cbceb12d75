"""The least that can be called a server: one for ASGI on one loop, one for WSGI in threads."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

from native_runner import Response
from observer import POOL_PREFIX, WSGI_PREFIX, Observer, current_request, describe

Serve = Callable[[Observer], dict[str, Response]]
MODES = ("asgi", "wsgi")


def server_of(scenario: dict[str, Any]) -> Serve:
    """Build Django's handler, which loads the middleware, and return what serves the requests.

    Raises whatever the handler raises: then the application does not start.
    """
    requests = scenario["requests"]
    if scenario.get("mode") == "wsgi":
        from django.core.handlers.wsgi import WSGIHandler

        wsgi = WSGIHandler()
        threads = scenario.get("wsgi_threads", 1)
        return lambda observer: _serve_wsgi(wsgi, requests, threads, observer)
    from django.core.handlers.asgi import ASGIHandler

    asgi = ASGIHandler()
    linger = scenario.get("linger", 0)
    return lambda observer: asyncio.run(_serve_asgi(asgi, requests, linger, observer))


async def _serve_asgi(
    application: Any, requests: list[dict[str, Any]], linger: float, observer: Observer
) -> dict[str, Response]:
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(thread_name_prefix=POOL_PREFIX))
    observer.server_loop = loop
    tasks = [asyncio.create_task(_asgi_request(application, one, observer)) for one in requests]
    responses = await asyncio.gather(*tasks)
    observer.stop_clock()
    await asyncio.sleep(linger)
    return {one["id"]: response for one, response in zip(requests, responses, strict=True)}


async def _asgi_request(application: Any, request: dict[str, Any], observer: Observer) -> Response:
    await asyncio.sleep(request.get("at", 0))
    current_request.set(request["id"])
    unread = [request.get("body", "").encode()]
    sent: list[dict[str, Any]] = []
    finished: float | None = None
    disconnected = False

    async def receive() -> dict[str, Any]:
        nonlocal disconnected
        if unread:
            return {"type": "http.request", "body": unread.pop(), "more_body": False}
        if "disconnect_after" not in request:
            await asyncio.Event().wait()
        await asyncio.sleep(request["disconnect_after"])
        disconnected = True
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal finished
        if disconnected:
            return
        sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            finished = observer.seconds

    error = None
    try:
        await application(_scope(request), receive, send)
    except Exception as escaped:  # what a server would log as its own error
        error = describe(escaped)
    start = next((one for one in sent if one["type"] == "http.response.start"), None)
    body = b"".join(one.get("body", b"") for one in sent)
    return Response(
        status=None if start is None else start["status"],
        headers={} if start is None else {k.decode(): v.decode() for k, v in start["headers"]},
        body=body.decode(errors="replace"),
        server_error=error,
        seconds=finished,
    )


def _scope(request: dict[str, Any]) -> dict[str, Any]:
    parts = urlsplit(request["path"])
    headers = {"host": "testserver", **request.get("headers", {})}
    if "body" in request:
        headers["content-length"] = str(len(request["body"].encode()))
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.get("method", "GET"),
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(key.lower().encode(), value.encode()) for key, value in headers.items()],
        "client": ("127.0.0.1", 40000),
        "server": ("127.0.0.1", 80),
    }


def _serve_wsgi(
    application: Any, requests: list[dict[str, Any]], threads: int, observer: Observer
) -> dict[str, Response]:
    with ThreadPoolExecutor(threads, thread_name_prefix=WSGI_PREFIX) as pool:
        futures = {}
        for request in sorted(requests, key=lambda one: float(one.get("at", 0))):
            time.sleep(max(0.0, request.get("at", 0) - observer.seconds))
            futures[request["id"]] = pool.submit(_wsgi_request, application, request, observer)
        responses = {request["id"]: futures[request["id"]].result() for request in requests}
    observer.stop_clock()
    return responses


def _wsgi_request(application: Any, request: dict[str, Any], observer: Observer) -> Response:
    token = current_request.set(request["id"])
    started: list[tuple[str, list[tuple[str, str]]]] = []
    body, error = b"", None
    try:
        chunks = application(
            _environ(request), lambda status, headers, exc=None: started.append((status, headers))
        )
        try:
            body = b"".join(chunks)
        finally:
            chunks.close()
    except Exception as escaped:  # what a server would log as its own error
        error = describe(escaped)
    finally:
        current_request.reset(token)
    status, headers = started[-1] if started else (None, [])
    return Response(
        status=None if status is None else int(status.split()[0]),
        headers=dict(headers),
        body=body.decode(errors="replace"),
        server_error=error,
        seconds=None if error else observer.seconds,
    )


def _environ(request: dict[str, Any]) -> dict[str, Any]:
    parts = urlsplit(request["path"])
    body = request.get("body", "").encode()
    headers = {
        f"HTTP_{key.upper().replace('-', '_')}": value
        for key, value in request.get("headers", {}).items()
    }
    return {
        "REQUEST_METHOD": request.get("method", "GET"),
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **headers,
    }
