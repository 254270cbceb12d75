"""process_view runs top down once all layers went in; a sync one hops, an async one does not."""

from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse

SCENARIO = {"layers": ["OnLoop", "InThread"], "server": "uvicorn"}


class Base:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        log(f"{type(self).__name__} in")
        response = await self.get_response(request)
        log(f"{type(self).__name__} out")
        return response


class OnLoop(Base):
    async def process_view(self, request, view_func, view_args, view_kwargs):
        log(f"async process_view of {view_func.__name__}")


class InThread(Base):
    def process_view(self, request, view_func, view_args, view_kwargs):
        log(f"sync process_view of {view_func.__name__}")


async def view(request):
    log("view")
    return HttpResponse("ok")
