"""Three layers after the rewrite: all async, each call wrapped. Six hops a request."""

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware
from work import check_quota, close_audit, find_tenant, leave_tenant, open_audit, record_usage


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        await sync_to_async(find_tenant)()
        response = await get_response(request)
        await sync_to_async(leave_tenant)()
        return response

    return middleware


@async_only_middleware
def Quota(get_response):
    async def middleware(request):
        await sync_to_async(check_quota)()
        response = await get_response(request)
        await sync_to_async(record_usage)()
        return response

    return middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        await sync_to_async(open_audit)()
        response = await get_response(request)
        await sync_to_async(close_audit)()
        return response

    return middleware
