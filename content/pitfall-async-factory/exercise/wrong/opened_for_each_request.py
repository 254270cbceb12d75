# Looks right: nothing is shared, so nothing can go wrong. But each request pays for the opening.
from directory import open_directory
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        directory = await open_directory()
        response = await get_response(request)
        response["X-Tenant"] = await directory.name_of(request.path)
        return response

    return middleware
