import asyncio

from django.http import HttpResponse


async def page(request):
    print("view asks")
    await asyncio.sleep(0.05)  # stands for a query
    print("view answers")
    return HttpResponse("page")
