"""Modes 'async_client' and 'script': Django's own test client under one loop, and a script's
`main()`."""

from __future__ import annotations

import asyncio
import importlib
from typing import Any

from .asgi_server import shut_down
from .event_loop import VirtualLoop
from .exchange import Exchange
from .kernel import scheduler


class ClientDriver:
    """Sends the exchanges through `django.test.AsyncClient`, all at their arrival, with gather."""

    def __init__(self, client: Any, exchanges: list[Exchange], linger: int) -> None:
        self._client = client
        self._exchanges = exchanges
        self._linger = linger
        self.loop = VirtualLoop()

    def serve(self) -> None:
        """Runs until all responses are there and the linger is over."""
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self._all())
        finally:
            shut_down(self.loop)

    async def _all(self) -> None:
        thread = scheduler.current
        tasks = []
        for exchange in self._exchanges:
            thread.request = exchange.id
            tasks.append(self.loop.create_task(self._one(exchange), name=f"request {exchange.id}"))
        thread.request = None
        await asyncio.gather(*tasks)
        if self._linger:
            await asyncio.sleep(self._linger / 1_000_000)

    async def _one(self, exchange: Exchange) -> None:
        wait = exchange.arrival - scheduler.now
        if wait > 0:
            await asyncio.sleep(wait / 1_000_000)
        exchange.arrives()
        error: BaseException | None = None
        try:
            response = await self._client.generic(
                exchange.method,
                exchange.request["path"],
                data=exchange.request.get("body") or "",
                headers=dict(exchange.request.get("headers", {})),
            )
            exchange.begin_response(response.status_code, list(response.items()))
            if response.streaming:
                async for part in response:
                    exchange.write(part)
            else:
                exchange.write(response.content)
            exchange.end_response()
        except SystemExit, KeyboardInterrupt:
            raise
        except BaseException as raised:
            error = raised
        exchange.end(error)
        del error  # it refers to this frame


class ScriptDriver:
    """Runs `main()` of the scenario's script as `asyncio.run` does."""

    def __init__(self, linger: int) -> None:
        self._linger = linger
        self.loop = VirtualLoop()

    def serve(self) -> None:
        """Runs the script to its end."""
        script = importlib.import_module("scn_script")
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(script.main())
        finally:
            shut_down(self.loop)
