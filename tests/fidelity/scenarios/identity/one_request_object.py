"""All layers and the view see one request object, and what a layer put on it."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {"layers": ["Outer", "Inner"]}


@async_only_middleware
def Outer(get_response):
    async def middleware(request):
        request.tags = ["outer"]
        response = await get_response(request)
        log(f"{request.tags} {type(request).__name__} {request.resolver_match.func.__name__}")
        return response

    return middleware


def Inner(get_response):
    def middleware(request):
        request.tags.append("inner")
        response = get_response(request)
        response["X-Tags"] = ",".join(request.tags)
        return response

    return middleware


async def view(request):
    request.tags.append("view")
    return HttpResponse("ok")
