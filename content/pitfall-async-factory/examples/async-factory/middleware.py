"""The set-up has to await something, so the factory was written as `async def`."""

from django.utils.decorators import async_only_middleware
from tenants import open_directory


@async_only_middleware
async def tenant(get_response):
    directory = await open_directory()

    async def middleware(request):
        request.tenant = await directory.name_of(request.path)
        return await get_response(request)

    return middleware
