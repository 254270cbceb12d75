# Looks right: a fresh thread has no loop yet. But the row is read somewhere else.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from flags import load_flags


def Flags(get_response):
    def middleware(request):
        with ThreadPoolExecutor() as pool:
            flags = pool.submit(asyncio.run, load_flags(request.path)).result()
        response = get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
