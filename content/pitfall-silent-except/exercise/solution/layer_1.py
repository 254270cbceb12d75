from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse


class Report:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        return await self.get_response(request)

    def process_exception(self, request, exception):
        log("report " + type(exception).__name__)
        return HttpResponse("sorry", status=503)
