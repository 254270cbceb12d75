# Looks right in the log. But nobody asked the database.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        log("tenant a")
        return await get_response(request)

    return middleware
