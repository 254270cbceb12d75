from asgiref.sync import iscoroutinefunction
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def Dual(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            log("Dual in")
            response = await get_response(request)
            log("Dual out")
            return response

    else:

        def middleware(request):
            log("Dual in")
            response = get_response(request)
            log("Dual out")
            return response

    return middleware
