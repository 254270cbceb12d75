import asyncio

from django.utils.decorators import async_only_middleware

# The loop itself holds its tasks weakly.
TASKS = set()


async def job():
    await asyncio.sleep(0.2)
    log("audit done")


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        response = await get_response(request)
        task = asyncio.create_task(job())
        TASKS.add(task)
        task.add_done_callback(TASKS.discard)
        return response

    return middleware
