"""A context variable crosses every hop downwards and back up."""

from contextvars import ContextVar

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Async", "Sync", "Inner"],
    "requests": [{"id": "A", "path": "/a"}, {"id": "B", "path": "/b"}],
    "server": "uvicorn",
}

trail = ContextVar("trail", default="")


@async_only_middleware
def Async(get_response):
    async def middleware(request):
        trail.set(request.path)
        response = await get_response(request)
        log(f"back at the top: {trail.get()}")
        return response

    return middleware


def Sync(get_response):
    def middleware(request):
        trail.set(trail.get() + " sync")
        response = get_response(request)
        log(f"back in the thread: {trail.get()}")
        trail.set(trail.get() + " out")
        return response

    return middleware


@async_only_middleware
def Inner(get_response):
    async def middleware(request):
        trail.set(trail.get() + " inner")
        return await get_response(request)

    return middleware


def view(request):
    trail.set(trail.get() + " view")
    log(f"view: {trail.get()}")
    return HttpResponse(trail.get())
