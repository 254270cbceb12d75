"""Meant to report each crash of a view. Nothing is ever reported."""

from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Report(get_response):
    async def middleware(request):
        try:
            return await get_response(request)
        except Exception as error:
            log("report " + type(error).__name__)
            return HttpResponse("sorry", status=503)

    return middleware
