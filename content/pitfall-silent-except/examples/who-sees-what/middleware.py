"""Two ways to hear of a crash: a hook of the layer, and a signal of Django."""

from asgiref.sync import markcoroutinefunction
from django.core.signals import got_request_exception
from django.dispatch import receiver
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@receiver(got_request_exception)
def note_crash(sender, request, **kwargs):
    print("the signal was sent")


class ReportCrashes:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        return await self.get_response(request)

    def process_exception(self, request, exception):
        print(f"the hook saw a {type(exception).__name__}")
        if request.path == "/handled":
            return HttpResponse("sorry", status=503)
        return None


@async_only_middleware
def quota(get_response):
    async def middleware(request):
        if request.path == "/no-quota":
            raise KeyError("no quota for this tenant")
        return await get_response(request)

    return middleware
