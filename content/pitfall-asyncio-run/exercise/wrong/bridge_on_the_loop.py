# Looks right: the layer is async, and the bridge is the one to use. But not from a coroutine.
from asgiref.sync import async_to_sync
from django.utils.decorators import async_only_middleware
from flags import load_flags


@async_only_middleware
def Flags(get_response):
    async def middleware(request):
        flags = async_to_sync(load_flags)(request.path)
        response = await get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
