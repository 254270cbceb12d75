import asyncio

from django.http import HttpResponse
from middleware import role


async def page(request):
    await asyncio.sleep(0.1)
    print(f"view: {role.get()}")
    return HttpResponse(role.get())
