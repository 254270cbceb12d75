import asyncio

from django.http import HttpResponse


async def report(request):
    await asyncio.sleep(0.05)
    return HttpResponse(f"{request.timer} {request.tenant} {request.flags}")
