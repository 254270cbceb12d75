"""Unmarked and outermost, its coroutine goes to the server as the response."""

from django.http import HttpResponse

SCENARIO = {"layers": ["Unmarked"], "server": "uvicorn"}


class Unmarked:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        return await self.get_response(request)


async def view(request):
    return HttpResponse("ok")
