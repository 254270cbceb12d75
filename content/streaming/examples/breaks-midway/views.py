import asyncio

from django.http import StreamingHttpResponse


async def rows():
    yield "row 0\n"
    await asyncio.sleep(0.1)
    raise ConnectionError("the database went away")


async def export(request):
    if request.path == "/at-once":
        raise ConnectionError("the database is away")
    return StreamingHttpResponse(rows())
