"""A token made in one context cannot be used to reset in another."""

import asyncio
from contextvars import ContextVar

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

from layers import sync_layer

SCENARIO = {"layers": ["Sync", "Setting"]}

Sync = sync_layer("Sync")
user = ContextVar("user")


@async_only_middleware
def Setting(get_response):
    async def middleware(request):
        token = user.set("ann")

        async def reset():
            try:
                user.reset(token)
            except ValueError as error:
                log(f"ValueError {'different Context' in str(error)}")

        await asyncio.create_task(reset())
        response = await get_response(request)
        user.reset(token)
        log(f"unset again: {user.get(None)}")
        return response

    return middleware


async def view(request):
    log(user.get())
    return HttpResponse("ok")
