# Looks right: two of three are sync again. But the third parts them.
from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware
from work import check_quota, close_audit, find_tenant, leave_tenant, open_audit, record_usage


def Tenant(get_response):
    def middleware(request):
        find_tenant()
        response = get_response(request)
        leave_tenant()
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


def Audit(get_response):
    def middleware(request):
        open_audit()
        response = get_response(request)
        close_audit()
        return response

    return middleware
