"""The same without a lock: between the question and the answer there is an await."""

from django.utils.decorators import async_only_middleware
from tenants import open_directory


@async_only_middleware
def tenant(get_response):
    directory = None

    async def middleware(request):
        nonlocal directory
        if directory is None:
            directory = await open_directory()
        request.tenant = await directory.name_of(request.path)
        return await get_response(request)

    return middleware
