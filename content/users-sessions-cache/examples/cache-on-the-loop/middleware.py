from django.core.cache import cache
from django.utils.decorators import async_only_middleware


@async_only_middleware
def load_flags(get_response):
    async def middleware(request):
        request.flags = cache.get("flags")
        print(f"flags: {request.flags}")
        return await get_response(request)

    return middleware
