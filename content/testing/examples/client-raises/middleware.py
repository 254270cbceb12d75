"""A layer that answers an error page with one of its own."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def apology(get_response):
    async def middleware(request):
        response = await get_response(request)
        print(f"apology: {response.status_code}")
        if response.status_code == 500:
            return HttpResponse("sorry", status=503)
        return response

    return middleware
