# Looks right: asyncio.run has a thread of its own. But the loop waits for that thread.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from django.utils.decorators import async_only_middleware
from flags import load_flags


@async_only_middleware
def Flags(get_response):
    async def middleware(request):
        with ThreadPoolExecutor() as pool:
            flags = pool.submit(asyncio.run, load_flags(request.path)).result()
        response = await get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
