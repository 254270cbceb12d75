import asyncio
import time

from django.http import HttpResponse


async def report(request):
    await asyncio.sleep(0.05)
    if request.path == "/legacy":
        time.sleep(0.15)
    return HttpResponse("report")
