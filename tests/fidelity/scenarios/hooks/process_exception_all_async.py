"""Only async exception hooks, over a sync view."""

from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse

SCENARIO = {"layers": ["Outer", "Inner"]}


class Outer:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        return await self.get_response(request)

    async def process_exception(self, request, exception):
        log(f"{type(self).__name__} {exception}")
        if isinstance(self, Inner):
            return None
        return HttpResponse("handled", status=418)


class Inner(Outer):
    pass


def view(request):
    log("view")
    raise ValueError("boom")
