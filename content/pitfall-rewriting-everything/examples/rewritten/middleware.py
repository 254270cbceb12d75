"""The same layers, rewritten: all of them async, each call wrapped."""

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware
from work import check_quota, find_tenant, record_usage, write_audit


@async_only_middleware
def tenant(get_response):
    async def middleware(request):
        await sync_to_async(find_tenant)()
        return await get_response(request)

    return middleware


@async_only_middleware
def quota(get_response):
    async def middleware(request):
        await sync_to_async(check_quota)()
        response = await get_response(request)
        await sync_to_async(record_usage)()
        return response

    return middleware


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        response = await get_response(request)
        await sync_to_async(write_audit)()
        return response

    return middleware
