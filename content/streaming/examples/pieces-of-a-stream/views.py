import asyncio

from django.http import StreamingHttpResponse


async def rows():
    for number in range(3):
        print(f"row {number}")
        yield f"row {number}\n"
        await asyncio.sleep(0.1)
    print("no more rows")


async def export(request):
    print("view")
    return StreamingHttpResponse(rows())
