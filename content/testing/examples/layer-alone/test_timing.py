"""The layer alone: a request from a factory, and a stand-in for everything below."""

import asyncio

from django.http import HttpResponse
from django.test import AsyncRequestFactory
from middleware import timing


async def below(request):
    print(f"below: {request.method} {request.path}")
    await asyncio.sleep(0.1)
    return HttpResponse("ok")


async def main():
    layer = timing(below)
    response = await layer(AsyncRequestFactory().get("/report"))
    print(f"X-Took: {response['X-Took']}")
    assert response["X-Took"] == "0.1"
