import asyncio

from django.http import HttpResponse


async def page(request):
    print("view")
    await asyncio.sleep(0.05)
    return HttpResponse("ok")
