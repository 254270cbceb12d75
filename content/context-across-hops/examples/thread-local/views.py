import asyncio
import time

from django.http import HttpResponse
from middleware import of_context, of_request, of_thread


def say(request):
    found = getattr(of_thread, "path", "nothing")
    print(f"{request.path}: threading.local has {found}")
    print(f"{request.path}: Local has {of_request.path}, the variable {of_context.get()}")


async def live(request):
    await asyncio.sleep(0.1)
    say(request)
    return HttpResponse("ok")


def report(request):
    time.sleep(0.1)
    say(request)
    return HttpResponse("ok")
