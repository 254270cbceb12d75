"""Lets in whom the identity service knows."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware
from identity import who_is


@async_only_middleware
def authenticate(get_response):
    async def middleware(request):
        name = await who_is(request.headers.get("X-Token"))
        if name is None:
            return HttpResponse("who are you?", status=401)
        request.name = name
        return await get_response(request)

    return middleware
