import asyncio

from django.http import HttpResponse
from middleware import trail


async def page(request):
    await asyncio.sleep(0.1)
    trail.set(f"{trail.get()} > view")
    print(f"in the view: {trail.get()}")
    return HttpResponse(trail.get())
