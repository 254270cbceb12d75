"""A connection belongs to a thread: the pool's is another than the request's."""

import asyncio
import threading

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import HttpResponse

SCENARIO = {"layers": [], "settings": {"_sqlite": True}}


def which():
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return connection.connection, threading.current_thread()


async def view(request):
    first, thread = await sync_to_async(which)()
    again, same_thread = await sync_to_async(which)()
    other, other_thread = await sync_to_async(which, thread_sensitive=False)()
    pooled, _ = await asyncio.to_thread(which)
    log(f"sensitive: {first is again} {thread is same_thread}")
    log(f"pool: {first is other} {thread is other_thread}")
    log(f"to_thread: {first is pooled}")
    return HttpResponse("ok")
