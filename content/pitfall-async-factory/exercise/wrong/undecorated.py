# Looks right: now there is an error page at least. But the factory is still not awaited.
from directory import open_directory


async def Tenant(get_response):
    directory = await open_directory()

    async def middleware(request):
        response = await get_response(request)
        response["X-Tenant"] = await directory.name_of(request.path)
        return response

    return middleware
