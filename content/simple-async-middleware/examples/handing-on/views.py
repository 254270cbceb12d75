import asyncio

from django.http import HttpResponse

GREETINGS = {"en": "Hello", "de": "Guten Tag", "fr": "Bonjour"}


async def greet(request):
    print("view")
    await asyncio.sleep(0.1)
    return HttpResponse(GREETINGS[request.language])
