# Looks right: the variable is a context variable. But a task has a context of its own, a copy.
import asyncio
from contextvars import ContextVar

from django.utils.decorators import async_only_middleware

request_id = ContextVar("request_id", default=None)


def current():
    return request_id.get()


async def load(request):
    await asyncio.sleep(0)
    request_id.set(request.headers["X-Id"])


@async_only_middleware
def Ctx(get_response):
    async def middleware(request):
        await asyncio.create_task(load(request))
        return await get_response(request)

    return middleware
