import asyncio

from django.http import HttpResponse


async def invoice(request, number):
    print("view")
    await asyncio.sleep(0.1)
    return HttpResponse(f"invoice {number}")
