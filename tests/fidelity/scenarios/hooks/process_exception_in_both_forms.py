"""process_exception goes bottom up from sync mode: the async one costs a way back to the loop."""

from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse

SCENARIO = {"layers": ["Answers", "Async", "Sync"], "server": "uvicorn"}


class Base:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        response = await self.get_response(request)
        log(f"{type(self).__name__} out {response.status_code}")
        return response


class Answers(Base):
    def process_exception(self, request, exception):
        log("Answers")
        return HttpResponse("answered", status=409)


class Async(Base):
    async def process_exception(self, request, exception):
        log("Async")


class Sync(Base):
    def process_exception(self, request, exception):
        log("Sync")


async def view(request):
    log("view")
    raise ValueError("boom")
