# Looks right: another wrapper. But each call is still a hop of its own.
import asyncio

from django.utils.decorators import async_only_middleware
from work import check_quota, close_audit, find_tenant, leave_tenant, open_audit, record_usage


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        await asyncio.to_thread(find_tenant)
        response = await get_response(request)
        await asyncio.to_thread(leave_tenant)
        return response

    return middleware


@async_only_middleware
def Quota(get_response):
    async def middleware(request):
        await asyncio.to_thread(check_quota)
        response = await get_response(request)
        await asyncio.to_thread(record_usage)
        return response

    return middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        await asyncio.to_thread(open_audit)
        response = await get_response(request)
        await asyncio.to_thread(close_audit)
        return response

    return middleware
