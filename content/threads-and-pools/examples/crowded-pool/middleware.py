"""Reports go to a slow service, prices to a quick one. Both share a pool of two threads."""

import time
from concurrent.futures import ThreadPoolExecutor

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware

shared = ThreadPoolExecutor(max_workers=2)


@sync_to_async(thread_sensitive=False, executor=shared)
def ask_reports():
    time.sleep(0.2)


@sync_to_async(thread_sensitive=False, executor=shared)
def ask_prices():
    time.sleep(0.05)


@async_only_middleware
def ask(get_response):
    async def middleware(request):
        if request.path == "/report":
            await ask_reports()
        else:
            await ask_prices()
        print("known")
        return await get_response(request)

    return middleware
