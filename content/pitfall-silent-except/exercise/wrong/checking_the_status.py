# Looks right: a crash is a 500. But not every 500 is a crash.
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Report(get_response):
    async def middleware(request):
        response = await get_response(request)
        if response.status_code == 500:
            log("report ValueError")
            return HttpResponse("sorry", status=503)
        return response

    return middleware
