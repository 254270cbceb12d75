import asyncio

from asgiref.sync import sync_to_async
from django.http import HttpResponse


def render(report):
    return f"report {report}"


async def report(request):
    number = int(request.GET["n"])
    await asyncio.sleep(0.02 + number % 5 * 0.012)
    if number == 29:
        raise LookupError("no such report")
    if number % 12 == 7:
        return HttpResponse(await sync_to_async(render)(number))
    return HttpResponse(f"report {number}")
