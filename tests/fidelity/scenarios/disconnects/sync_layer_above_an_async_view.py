"""Below a sync layer the async view is cancelled too, and the layer sees it as it waits."""

import asyncio

from django.http import HttpResponse

SCENARIO = {
    "layers": ["Sync"],
    "requests": [{"id": "A", "path": "/", "disconnect_after": 0.1}],
    "linger": 0.4,
}


def Sync(get_response):
    def middleware(request):
        log("sync in")
        try:
            response = get_response(request)
        except BaseException as error:
            log(f"sync {type(error).__name__}")
            raise
        log(f"sync out {response.status_code}")
        return response

    return middleware


async def view(request):
    log("view begins")
    try:
        await asyncio.sleep(0.3)
    except asyncio.CancelledError:
        log("view cancelled")
        raise
    log("view ends")
    return HttpResponse("ok")
