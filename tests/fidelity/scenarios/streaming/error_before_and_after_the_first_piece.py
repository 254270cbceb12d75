"""A generator that raises at once is a server error too: the status had been sent."""

from django.http import StreamingHttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "requests": [{"id": "A", "path": "/0"}, {"id": "B", "path": "/1", "at": 0.1}],
}

Top = async_layer("Top")


async def pieces(count):
    for number in range(count):
        yield f"{number} "
    raise ValueError(f"after {count}")


async def view(request):
    return StreamingHttpResponse(pieces(int(request.path[1:])))
