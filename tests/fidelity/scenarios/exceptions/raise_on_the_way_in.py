"""A layer raises before it calls the next: the one above sees a 500, not the exception."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

from layers import async_layer

SCENARIO = {"layers": ["Careful", "Broken", "Never"], "server": "uvicorn"}

Never = async_layer("Never")


@async_only_middleware
def Careful(get_response):
    async def middleware(request):
        try:
            response = await get_response(request)
        except ValueError:
            log("caught")
            return HttpResponse("caught")
        finally:
            log("finally")
        log(f"saw {response.status_code}")
        return response

    return middleware


@async_only_middleware
def Broken(get_response):
    async def middleware(request):
        raise ValueError("on the way in")

    return middleware


async def view(request):
    log("view")
    return HttpResponse("ok")
