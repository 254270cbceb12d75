# Looks right from outside: 200, the header, the lines. But the view never ran.
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        log("before")
        log("view")
        log("after")
        return HttpResponse("ok")

    return middleware
