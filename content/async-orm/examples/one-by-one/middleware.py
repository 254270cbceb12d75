"""Two queries "at once"."""

import asyncio

from django.utils.decorators import async_only_middleware
from models import Flag, Tenant


@async_only_middleware
def load(get_response):
    async def middleware(request):
        tenants, flags = await asyncio.gather(Tenant.objects.acount(), Flag.objects.acount())
        print(f"{tenants} tenants, {flags} flags")
        return await get_response(request)

    return middleware
