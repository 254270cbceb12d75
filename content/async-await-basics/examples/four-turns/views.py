"""After each part the loop gets a turn."""

import asyncio
import time

from django.http import HttpResponse


async def crunch():
    time.sleep(0.05)  # computes


async def report(request):
    if request.path == "/big":
        for part in range(4):
            await crunch()
            print(f"part {part} done")
            await asyncio.sleep(0)
    print(f"{request.path} answers")
    return HttpResponse("report")
