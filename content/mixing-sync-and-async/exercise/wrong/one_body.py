# Looks right: the body is written once. But above a sync layer it crosses to the loop for nothing.
from asgiref.sync import async_to_sync, iscoroutinefunction, sync_to_async
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def Dual(get_response):
    is_async = iscoroutinefunction(get_response)
    call_next = get_response if is_async else sync_to_async(get_response)

    async def middleware(request):
        log("Dual in")
        response = await call_next(request)
        log("Dual out")
        return response

    return middleware if is_async else async_to_sync(middleware)
