"""A sync iterator under ASGI is read to its end in the thread, with a warning."""

import time

from django.http import StreamingHttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"], "server": "uvicorn"}

Top = async_layer("Top")


def pieces():
    for number in range(3):
        log(f"piece {number}")
        yield f"{number} "
        time.sleep(0.05)


async def view(request):
    return StreamingHttpResponse(pieces())
