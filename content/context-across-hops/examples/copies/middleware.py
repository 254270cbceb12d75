"""Five ways to call something that sets a context variable. Who sees the new value?"""

import asyncio
from contextvars import ContextVar

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware

user = ContextVar("user")


def set_user(name):
    user.set(name)


async def set_user_async(name):
    user.set(name)


@async_only_middleware
def load_user(get_response):
    async def middleware(request):
        user.set("nobody")
        await set_user_async("ann")
        print(f"awaited: {user.get()}")

        user.set("nobody")
        await asyncio.create_task(set_user_async("ann"))
        print(f"in a task: {user.get()}")

        user.set("nobody")
        await asyncio.gather(set_user_async("ann"))
        print(f"gathered: {user.get()}")

        user.set("nobody")
        await sync_to_async(set_user)("ann")
        print(f"sync_to_async: {user.get()}")

        user.set("nobody")
        await asyncio.to_thread(set_user, "ann")
        print(f"to_thread: {user.get()}")
        return await get_response(request)

    return middleware
