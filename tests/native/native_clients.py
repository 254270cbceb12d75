"""Runs without a server: Django's own test client, and a script."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import Any

from native_exchange import Exchange
from native_runner import Response
from observer import Observer, current_request

Drive = Callable[[Any, dict[str, Any], Observer], Awaitable[dict[str, Response]]]
SCRIPT_REQUEST = "A"
"""A script has no requests; all that it does carries this name."""


def client_of(scenario: dict[str, Any]) -> tuple[Any, Drive]:
    """Django's `AsyncClient` with its middleware loaded, and what sends the requests through it."""
    from django.test import AsyncClient

    client = AsyncClient(raise_request_exception=scenario.get("raise_request_exception", True))
    client.handler.load_middleware(is_async=True)
    return client, _send_all


async def _send_all(
    client: Any, scenario: dict[str, Any], observer: Observer
) -> dict[str, Response]:
    requests = scenario["requests"]
    responses = await asyncio.gather(*(_send(client, one, observer) for one in requests))
    observer.stop_clock()
    return {one["id"]: response for one, response in zip(requests, responses, strict=True)}


async def _send(client: Any, request: dict[str, Any], observer: Observer) -> Response:
    await asyncio.sleep(request.get("at", 0))
    current_request.set(request["id"])
    exchange = Exchange(observer)
    try:
        response = await client.generic(
            request.get("method", "GET"),
            request["path"],
            data=request.get("body") or "",
            headers=request.get("headers", {}),
        )
        exchange.begin(response.status_code, response.items())
        if response.streaming:
            async for chunk in response:
                exchange.body += chunk
        else:
            exchange.body = response.content
        exchange.finish()
    except Exception as escaped:
        exchange.note_error(escaped)
    return exchange.response()


def script_of(scenario: dict[str, Any]) -> tuple[Any, Drive]:
    """The scenario's `main`, and what awaits it."""
    return importlib.import_module("scn_script").main, _run_script


async def _run_script(
    main: Any, scenario: dict[str, Any], observer: Observer
) -> dict[str, Response]:
    await main()
    observer.stop_clock()
    return {}
