"""asyncio.run: a loop of its own in a worker thread, an error on the server's loop."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": ["Own"]}


async def fetch():
    await asyncio.sleep(0.05)
    log("fetched")
    return asyncio.get_running_loop()


def Own(get_response):
    def middleware(request):
        loop = asyncio.run(fetch())
        log(f"closed {loop.is_closed()}")
        return get_response(request)

    return middleware


async def view(request):
    coroutine = fetch()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        log(error)
        coroutine.close()
    return HttpResponse("ok")
