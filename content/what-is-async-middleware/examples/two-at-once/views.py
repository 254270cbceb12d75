import asyncio

from django.http import HttpResponse


async def shop(request):
    print("view")
    await asyncio.sleep(0.06)  # stands for a query
    return HttpResponse("shop")
