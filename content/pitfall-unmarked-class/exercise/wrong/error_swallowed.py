# Looks right: marked, and nothing crashes any more. But an error is answered with 200.
from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse


class Tenant:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        log("Tenant")
        if request.path == "/boom":
            return HttpResponse("boom")
        return await self.get_response(request)
