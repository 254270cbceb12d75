"""sync_to_async takes functions only, and refuses coroutine functions and other things by name."""

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": []}


async def coroutine_function():
    return 1


async def view(request):
    for thing in (coroutine_function, 7, None):
        try:
            sync_to_async(thing)
        except TypeError as error:
            log(f"{error}")
    try:
        await sync_to_async(lambda: coroutine_function())()
        log("a coroutine came back unawaited")
    except TypeError as error:
        log(error)
    return HttpResponse("ok")


def unused(request):
    return async_to_sync(coroutine_function)()
