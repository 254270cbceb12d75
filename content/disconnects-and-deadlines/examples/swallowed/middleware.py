"""A layer that answers even then. Nobody is there to read it."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def watch(get_response):
    async def middleware(request):
        response = await get_response(request)
        print(f"watch: {response.status_code}")
        return response

    return middleware


@async_only_middleware
def polite(get_response):
    async def middleware(request):
        try:
            return await get_response(request)
        except asyncio.CancelledError:
            print("polite: answers all the same")
            return HttpResponse("sorry", status=503)

    return middleware
