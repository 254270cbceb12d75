"""MiddlewareMixin: under an async stack each hook hops by itself; above a sync layer none does."""

from django.http import HttpResponse
from django.utils.deprecation import MiddlewareMixin

from layers import sync_layer

SCENARIO = {"layers": ["First", "Second", "Sync", "Third"]}


class Base(MiddlewareMixin):
    def process_request(self, request):
        log(f"{type(self).__name__} request")

    def process_response(self, request, response):
        log(f"{type(self).__name__} response")
        return response


class First(Base):
    pass


class Second(Base):
    pass


class Third(Base):
    pass


Sync = sync_layer("Sync")


async def view(request):
    log("view")
    return HttpResponse("ok")
