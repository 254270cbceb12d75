"""What a hop costs on this machine: `python tests/native/measure_hops.py`, with Django on the path.

Two ways to make hops, and for each a stack with many beside one with few that does the same work:
sync and async layers by turns or sorted, and five layers with two sync hooks each, called in their
async form or, over a sync-only layer, in their sync form. The difference is that of the hops.
"""

from __future__ import annotations

import statistics

from native_runner import NativeRun, run_natively

REQUESTS = 60
LAYERS = """
from django.utils.decorators import async_only_middleware
from django.utils.deprecation import MiddlewareMixin


def sync_layer(get_response):
    def middleware(request):
        return get_response(request)

    return middleware


@async_only_middleware
def async_layer(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware


class Mixin(MiddlewareMixin):
    def process_request(self, request):
        return None

    def process_response(self, request, response):
        return response


@async_only_middleware
def clock(get_response):
    async def middleware(request):
        log("in")
        response = await get_response(request)
        log("out")
        return response

    return middleware
"""
VIEW = """
from django.http import HttpResponse


async def view(request):
    return HttpResponse("ok")
"""
PAIRS = {
    "layers by turns": (
        ["sync_layer", "async_layer"] * 5,
        ["sync_layer"] * 5 + ["async_layer"] * 5,
    ),
    "hooks of a mixin": (["Mixin"] * 5, ["Mixin"] * 5 + ["sync_layer"]),
}


def run_stack(layers: list[str], spacing: float) -> NativeRun:
    """Send the requests through `clock` and these layers, so many seconds apart."""
    return run_natively(
        {
            "id": "hops",
            "layers": ["layers.clock", *(f"layers.{name}" for name in layers)],
            "files": {"layers.py": LAYERS},
            "view": VIEW,
            "requests": [{"id": f"R{n}", "path": "/", "at": n * spacing} for n in range(REQUESTS)],
        }
    )


def seconds_in_turn(layers: list[str]) -> float:
    """One request at a time: from `in` to `out`, the median."""
    run = run_stack(layers, spacing=0.03)
    times = {(line.request, line.text): line.seconds for line in run.log}
    return statistics.median(times[f"R{n}", "out"] - times[f"R{n}", "in"] for n in range(REQUESTS))


def seconds_at_once(layers: list[str]) -> float:
    """All requests at once: the whole run by the number of requests, the best of three."""
    return min(run_stack(layers, spacing=0).seconds for _ in range(3)) / REQUESTS


def hops(layers: list[str]) -> int:
    return sum(run_stack(layers, spacing=0.03).hop_counts("R0"))


def main() -> None:
    for name, (many, few) in PAIRS.items():
        difference = hops(many) - hops(few)
        for way, seconds in (("in turn", seconds_in_turn), ("at once", seconds_at_once)):
            each = (seconds(many) - seconds(few)) * 1000 / difference
            print(f"{name}, {REQUESTS} requests {way}: {each:.2f} ms a hop")


if __name__ == "__main__":
    main()
