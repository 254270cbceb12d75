# Looks right: one hop is enough for everything. But half of it belongs after the view.
from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware
from work import check_quota, close_audit, find_tenant, leave_tenant, open_audit, record_usage


def work():
    find_tenant()
    check_quota()
    open_audit()
    close_audit()
    record_usage()
    leave_tenant()


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        await sync_to_async(work)()
        return await get_response(request)

    return middleware


@async_only_middleware
def Quota(get_response):
    return get_response


@async_only_middleware
def Audit(get_response):
    return get_response
