"""The same layer with a wider clause."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def report_crashes(get_response):
    async def middleware(request):
        try:
            response = await get_response(request)
        except BaseException as error:
            print(f"reported {type(error).__name__}")
            return HttpResponse("sorry", status=503)
        print(f"got a {response.status_code}")
        return response

    return middleware
