"""The active language is a Local: each of two overlapping requests keeps its own."""

import asyncio

from django.http import HttpResponse
from django.utils import translation
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Language"],
    "requests": [
        {"id": "A", "path": "/", "headers": {"X-Language": "de"}},
        {"id": "B", "path": "/", "headers": {"X-Language": "fr"}},
    ],
}


@async_only_middleware
def Language(get_response):
    async def middleware(request):
        with translation.override(request.headers["X-Language"]):
            await asyncio.sleep(0.1)
            response = await get_response(request)
            log(translation.get_language())
        return response

    return middleware


def view(request):
    log(f"view {translation.get_language()}")
    return HttpResponse(translation.gettext("Yes"))
