"""A child task changes its own copy of the context; gather over sync_to_async changes nobody's."""

import asyncio
from contextvars import ContextVar

from asgiref.sync import sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": []}

name = ContextVar("name", default="nobody")


async def rename(to):
    name.set(to)
    await asyncio.sleep(0)
    log(f"child {name.get()}")


def rename_in_thread(to):
    name.set(to)
    log(f"thread {name.get()}")


async def view(request):
    name.set("parent")
    await asyncio.create_task(rename("child"))
    log(f"parent {name.get()}")
    await rename("awaited")
    log(f"parent {name.get()}")
    await asyncio.gather(
        sync_to_async(rename_in_thread)("one"), sync_to_async(rename_in_thread)("two")
    )
    log(f"parent {name.get()}")
    return HttpResponse("ok")
