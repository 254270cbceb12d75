"""Two paths crash, the others work."""

import asyncio

from django.http import HttpResponse


async def report(request):
    print("view")
    await asyncio.sleep(0.05)
    if request.path in ("/crash", "/handled"):
        raise ValueError("no such report")
    return HttpResponse("report")
