"""One path works, one crashes, one says 500 on purpose."""

import asyncio

from django.http import HttpResponse


async def report(request):
    print("view")
    await asyncio.sleep(0.05)
    if request.path == "/crash":
        raise ValueError("no such report")
    if request.path == "/deliberate":
        return HttpResponse("the archive is offline", status=500)
    return HttpResponse("report")
