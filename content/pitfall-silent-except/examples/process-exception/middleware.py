"""The hook that Django calls with the exception itself."""

from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse


class ReportCrashes:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        response = await self.get_response(request)
        print(f"got a {response.status_code}")
        return response

    def process_exception(self, request, exception):
        print(f"reported {type(exception).__name__}")
        return HttpResponse("sorry", status=503)
