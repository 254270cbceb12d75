"""Below a sync layer the async code runs in a new task on the same loop, with the same context."""

import asyncio
import threading

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

from layers import sync_layer

SCENARIO = {"layers": ["Top", "Sync", "Inner"], "server": "uvicorn"}

Sync = sync_layer("Sync")
seen = {}


def look(name):
    seen[name] = (asyncio.current_task(), asyncio.get_running_loop(), threading.current_thread())


@async_only_middleware
def Top(get_response):
    async def middleware(request):
        look("top")
        response = await get_response(request)
        log(f"same task after {asyncio.current_task() is seen['top'][0]}")
        return response

    return middleware


@async_only_middleware
def Inner(get_response):
    async def middleware(request):
        look("inner")
        return await get_response(request)

    return middleware


async def view(request):
    look("view")
    for name in ("inner", "view"):
        same = [one is other for one, other in zip(seen["top"], seen[name], strict=True)]
        log(f"{name} against top: {same}")
    log(f"tasks {len(asyncio.all_tasks()) >= 2}")
    return HttpResponse("ok")
