"""Iterating a sync stream with `async for` reads it in a thread and warns."""

from django.http import HttpResponse, StreamingHttpResponse

SCENARIO = {"layers": []}


def pieces():
    for letter in "ab":
        log(letter)
        yield letter


async def view(request):
    inner = StreamingHttpResponse(pieces())
    parts = [part async for part in inner]
    return HttpResponse(b"|".join(parts))
