import asyncio

from django.http import HttpResponse


async def report(request):
    print("view asks")
    await asyncio.sleep(0.2)
    print("view answers")
    return HttpResponse("report")
