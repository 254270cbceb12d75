import asyncio

from django.http import HttpResponse


async def report(request):
    print("view waits")
    await asyncio.sleep(0.1)
    return HttpResponse("report")
