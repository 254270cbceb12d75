"""Without a request, thread-sensitive calls share one thread of the process."""

import asyncio
import threading
import time

from asgiref.sync import ThreadSensitiveContext, sync_to_async

SCENARIO = {"layers": []}


def work(name):
    time.sleep(0.1)
    log(name)
    return threading.current_thread()


async def in_a_context(name):
    async with ThreadSensitiveContext():
        return await sync_to_async(work)(name)


async def main():
    began = time.monotonic()
    one, two = await asyncio.gather(sync_to_async(work)("a"), sync_to_async(work)("b"))
    log(f"one thread {one is two}, {round(time.monotonic() - began, 1)} s")
    began = time.monotonic()
    one, two = await asyncio.gather(in_a_context("c"), in_a_context("d"))
    log(f"one thread {one is two}, {round(time.monotonic() - began, 1)} s")
