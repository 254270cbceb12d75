# Looks right: the view runs, and nothing warns. But what goes up is the task, not its result.
import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        log("before")
        response = asyncio.create_task(get_response(request))
        log("after")
        return response

    return middleware
