# Looks right: the layer is async now. But what it puts into the header is a coroutine.
from django.utils.decorators import async_only_middleware
from flags import load_flags


@async_only_middleware
def Flags(get_response):
    async def middleware(request):
        flags = load_flags(request.path)
        response = await get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
