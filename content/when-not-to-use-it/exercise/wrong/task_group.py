import asyncio

from django.utils.decorators import async_only_middleware


async def job():
    await asyncio.sleep(0.2)
    log("audit done")


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        response = await get_response(request)
        async with asyncio.TaskGroup() as group:
            group.create_task(job())
        return response

    return middleware
