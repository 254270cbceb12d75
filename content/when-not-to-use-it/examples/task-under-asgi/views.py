import asyncio

from django.http import HttpResponse


async def order(request):
    await asyncio.sleep(0.05)
    return HttpResponse("ordered")
