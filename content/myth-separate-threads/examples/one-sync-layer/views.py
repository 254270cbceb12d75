import asyncio

from django.http import HttpResponse
from witness import note


async def report(request):
    note("view")
    await asyncio.sleep(0.1)
    return HttpResponse("report")
