import asyncio

from django.http import HttpResponse


async def page(request):
    await asyncio.sleep(0.05)  # stands for an awaited query
    print("view")
    return HttpResponse("ok")
