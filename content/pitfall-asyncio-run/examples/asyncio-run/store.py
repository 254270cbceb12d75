"""Feature flags: an async function, with a piece of sync code inside, such as the ORM has."""

import asyncio

from asgiref.sync import sync_to_async


def read_row(path):
    print("reading the row")
    return "new design" if path == "/a" else "old design"


async def load_flags(path):
    await asyncio.sleep(0.05)  # stands for asking a cache
    return await asyncio.wait_for(sync_to_async(read_row)(path), timeout=0.2)
