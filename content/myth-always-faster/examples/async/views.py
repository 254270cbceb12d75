import asyncio

from django.http import HttpResponse


async def report(request):
    await asyncio.sleep(0.1)  # stands for a call to another service
    return HttpResponse("report")
