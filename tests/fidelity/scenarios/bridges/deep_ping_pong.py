"""A coroutine calls a function that calls a coroutine that calls a function."""

import asyncio
import threading

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": []}


def threads():
    return threading.current_thread() is threading.main_thread()


def leaf():
    log("leaf")
    return 1


async def inner():
    log("inner")
    await asyncio.sleep(0.05)
    return await sync_to_async(leaf)() + 1


def middle():
    log("middle")
    return async_to_sync(inner)() + 1


async def outer():
    log("outer")
    return await sync_to_async(middle)() + 1


def view(request):
    return HttpResponse(str(async_to_sync(outer)()))
