# Looks right: it catches whatever can be raised. But nothing is raised here at all.
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Report(get_response):
    async def middleware(request):
        try:
            return await get_response(request)
        except BaseException as error:
            log("report " + type(error).__name__)
            return HttpResponse("sorry", status=503)

    return middleware
