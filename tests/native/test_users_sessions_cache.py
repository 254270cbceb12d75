"""What the unit "Users, sessions and the cache" says beyond its examples, on native Django."""

from __future__ import annotations

from native_runner import run_natively

VIEW = """
from asgiref.sync import sync_to_async
from django.core.cache import cache
from django.http import HttpResponse
async def view(request):
    keys = ["a", "b", "c"]
    if request.path == "/loop-of-hops":
        await cache.aget_many(keys)
    else:
        await sync_to_async(cache.get_many)(keys)
    return HttpResponse("ok")
"""


def test_aget_many_hops_once_for_each_key_and_get_many_in_a_thread_once() -> None:
    requests = [{"id": "A", "path": "/loop-of-hops"}, {"id": "B", "path": "/", "at": 0.1}]
    run = run_natively({"layers": [], "view": VIEW, "requests": requests})
    hops = {request: sum(not hop.internal for hop in run.hops.get(request, ())) for request in "AB"}
    assert hops == {"A": 3, "B": 1}
