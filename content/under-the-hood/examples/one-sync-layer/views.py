import asyncio

from django.http import HttpResponse


async def page(request):
    await asyncio.sleep(0.1)  # stands for a query
    return HttpResponse("page")
