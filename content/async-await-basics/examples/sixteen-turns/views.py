"""The same 200 ms of computing, in smaller parts."""

import asyncio
import time

from django.http import HttpResponse


async def crunch():
    time.sleep(0.0125)  # computes


async def report(request):
    if request.path == "/big":
        for part in range(16):
            await crunch()
            print(f"part {part} done")
            await asyncio.sleep(0)
    print(f"{request.path} answers")
    return HttpResponse("report")
