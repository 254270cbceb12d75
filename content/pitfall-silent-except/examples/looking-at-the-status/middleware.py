"""The exception is gone, the status is there: so look at the status."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def report_crashes(get_response):
    async def middleware(request):
        response = await get_response(request)
        if response.status_code == 500:
            print("reported something")
            return HttpResponse("sorry", status=503)
        return response

    return middleware
