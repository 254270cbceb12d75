# Looks right: no hop at all. But now the work runs on the loop.
from django.utils.decorators import async_only_middleware
from work import check_quota, close_audit, find_tenant, leave_tenant, open_audit, record_usage


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        find_tenant()
        response = await get_response(request)
        leave_tenant()
        return response

    return middleware


@async_only_middleware
def Quota(get_response):
    async def middleware(request):
        check_quota()
        response = await get_response(request)
        record_usage()
        return response

    return middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        open_audit()
        response = await get_response(request)
        close_audit()
        return response

    return middleware
