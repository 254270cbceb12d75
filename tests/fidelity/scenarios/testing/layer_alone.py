"""A layer can be tested alone, in both forms, with a request of a factory."""

import asyncio

from django.http import HttpResponse
from django.test import AsyncRequestFactory, RequestFactory

from layers import async_layer, hybrid_layer, sync_layer

SCENARIO = {"layers": []}


async def fake_async(request):
    log(f"{type(request).__name__} {request.method} {request.path}")
    return HttpResponse("ok", status=201)


def fake_sync(request):
    log(f"{type(request).__name__} {request.method} {request.path}")
    return HttpResponse("ok", status=201)


async def main():
    request = AsyncRequestFactory().post("/x", {"a": 1}, headers={"X-Id": "7"})
    log(f"{request.POST.dict()} {request.headers['X-Id']}")
    await async_layer("Async")(fake_async)(request)
    await hybrid_layer("Hybrid")(fake_async)(request)
    hybrid_layer("Hybrid")(fake_sync)(RequestFactory().get("/y"))
    await asyncio.to_thread(sync_layer("Sync")(fake_sync), RequestFactory().get("/z"))
