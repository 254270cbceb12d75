"""to_thread brings no change of the context back; sync_to_async does."""

import asyncio
from contextvars import ContextVar

from asgiref.sync import sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": [], "server": "uvicorn"}

number = ContextVar("number", default=0)


def raise_by_one():
    number.set(number.get() + 1)
    log(f"in the thread {number.get()}")


async def view(request):
    number.set(10)
    await asyncio.to_thread(raise_by_one)
    log(f"after to_thread {number.get()}")
    await sync_to_async(raise_by_one)()
    log(f"after sync_to_async {number.get()}")
    await sync_to_async(raise_by_one, thread_sensitive=False)()
    log(f"after the pool {number.get()}")
    return HttpResponse("ok")
