"""Who drives Django in a native run: the least that can be called a server, or uvicorn."""

from __future__ import annotations

import asyncio
import contextlib
import io
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import quote

from native_clients import SCRIPT_REQUEST, Drive, client_of, script_of
from native_exchange import Exchange
from native_runner import Response
from native_uvicorn import serve_through_uvicorn
from observer import POOL_PREFIX, POOL_SIZE, WSGI_PREFIX, Observer, current_request

Serve = Callable[[Observer], dict[str, Response]]


def server_of(scenario: dict[str, Any]) -> Serve:
    """Build Django's handler, which loads the middleware, and return what serves the requests.

    Raises whatever the handler raises: then the application does not start.
    """
    mode = scenario.get("mode", "asgi")
    through_uvicorn = scenario.get("server") == "uvicorn"
    if through_uvicorn and mode != "asgi":
        raise SystemExit(f"uvicorn cannot serve the mode {mode}.")
    if mode == "wsgi":
        from django.core.handlers.wsgi import WSGIHandler

        wsgi = WSGIHandler()
        return lambda observer: _serve_wsgi(wsgi, scenario, observer)
    if mode == "asgi":
        from django.core.handlers.asgi import ASGIHandler

        asgi = ASGIHandler()
        serve: Drive = serve_through_uvicorn if through_uvicorn else _serve_asgi
    elif mode == "async_client":
        asgi, serve = client_of(scenario)
    elif mode == "script":
        asgi, serve = script_of(scenario)
    else:
        raise SystemExit(f"The native runner does not know the mode {mode}.")

    async def main(observer: Observer) -> dict[str, Response]:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(POOL_SIZE, thread_name_prefix=POOL_PREFIX))
        observer.server_loop = loop
        responses = await serve(asgi, scenario, observer)
        await asyncio.sleep(scenario.get("linger", 0))
        return responses

    def run(observer: Observer) -> dict[str, Response]:
        if mode == "script":
            current_request.set(SCRIPT_REQUEST)
        return asyncio.run(main(observer))

    return run


# --- asgi -----------------------------------------------------------------------------------------


async def _serve_asgi(
    application: Any, scenario: dict[str, Any], observer: Observer
) -> dict[str, Response]:
    requests = scenario["requests"]
    tasks = [asyncio.create_task(_asgi_request(application, one, observer)) for one in requests]
    responses = await asyncio.gather(*tasks)
    observer.stop_clock()
    return {one["id"]: response for one, response in zip(requests, responses, strict=True)}


async def _asgi_request(application: Any, request: dict[str, Any], observer: Observer) -> Response:
    await asyncio.sleep(request.get("at", 0))
    current_request.set(request["id"])
    incoming: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    for at, message in _client_messages(request):
        if at:
            loop.call_later(at, incoming.put_nowait, message)
        else:
            incoming.put_nowait(message)

    async def send(message: dict[str, Any]) -> None:
        pass

    exchange = Exchange(observer)
    with contextlib.suppress(Exception, asyncio.CancelledError):  # the exchange has noted it
        await exchange.run(application, _scope(request), incoming.get, send)
    return exchange.response()


def _client_messages(request: dict[str, Any]) -> list[tuple[float, dict[str, Any]]]:
    """What the client sends, with the seconds since the request's arrival."""
    chunks = request.get("body_chunks")
    if chunks is None:
        chunks = [(0, request.get("body") or "")]
    gone = {"type": "http.disconnect"}
    messages: list[tuple[float, dict[str, Any]]] = []
    for position, (at, text) in enumerate(chunks, start=1):
        more = position < len(chunks)
        message = (
            gone
            if text is None
            else {"type": "http.request", "body": text.encode(), "more_body": more}
        )
        messages.append((at, message))
    if "disconnect_after" in request:
        messages.append((request["disconnect_after"], gone))
    return messages


def _scope(request: dict[str, Any]) -> dict[str, Any]:
    path, _, query = request["path"].partition("?")
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.get("method", "GET"),
        "scheme": "http",
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [
            (key.lower().encode(), value.encode()) for key, value in _headers(request).items()
        ],
        "client": ("127.0.0.1", 40000),
        "server": ("127.0.0.1", 80),
    }


def _headers(request: dict[str, Any]) -> dict[str, str]:
    headers = {"host": "testserver"}
    if request.get("body") is not None:
        headers["content-length"] = str(len(request["body"].encode()))
    given = {name.lower(): value for name, value in request.get("headers", {}).items()}
    return headers | given


# --- wsgi -----------------------------------------------------------------------------------------


def _serve_wsgi(
    application: Any, scenario: dict[str, Any], observer: Observer
) -> dict[str, Response]:
    requests = scenario["requests"]
    threads = scenario.get("wsgi_threads", 1)
    with ThreadPoolExecutor(threads, thread_name_prefix=WSGI_PREFIX) as pool:
        futures = {}
        for request in sorted(requests, key=lambda one: float(one.get("at", 0))):
            time.sleep(max(0.0, request.get("at", 0) - observer.seconds))
            futures[request["id"]] = pool.submit(_wsgi_request, application, request, observer)
        responses = {request["id"]: futures[request["id"]].result() for request in requests}
        observer.stop_clock()
        time.sleep(scenario.get("linger", 0))
    return responses


def _wsgi_request(application: Any, request: dict[str, Any], observer: Observer) -> Response:
    token = current_request.set(request["id"])
    exchange = Exchange(observer)
    started: list[tuple[int, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], _error: Any = None) -> Any:
        started.append((int(status.split()[0]), headers))

    def answer() -> None:
        chunks = application(_environ(request), start_response)
        try:
            exchange.begin(*started[-1])
            for chunk in chunks:
                exchange.body += chunk
            exchange.finish()
        finally:
            chunks.close()

    try:
        answer()
    except Exception as escaped:
        exchange.note_error(escaped)
    finally:
        current_request.reset(token)
    return exchange.response()


def _environ(request: dict[str, Any]) -> dict[str, Any]:
    path, _, query = request["path"].partition("?")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": request.get("method", "GET"),
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO((request.get("body") or "").encode()),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in _headers(request).items():
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    return environ
