"""Async, async, sync, async. Each async layer compares its task with that of the outermost."""

import asyncio

from django.utils.decorators import async_only_middleware


def which_task(request):
    same = asyncio.current_task() is request.first_task
    return "the same task" if same else "another task"


@async_only_middleware
def outer(get_response):
    async def middleware(request):
        request.first_task = asyncio.current_task()
        return await get_response(request)

    return middleware


@async_only_middleware
def second(get_response):
    async def middleware(request):
        print(f"second: {which_task(request)}")
        return await get_response(request)

    return middleware


def audit(get_response):
    def middleware(request):
        print("audit")
        return get_response(request)

    return middleware


@async_only_middleware
def inner(get_response):
    async def middleware(request):
        print(f"inner: {which_task(request)}")
        return await get_response(request)

    return middleware
