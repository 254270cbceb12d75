import asyncio

from django.http import HttpResponse


async def page(request):
    await asyncio.sleep(0.1)  # waits for news
    return HttpResponse("no news")
