"""Loads the tenant of the request: on the event loop, where no query may be made."""

import asyncio

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        from scn_setup import Item

        name = Item.objects.get(name="a").name
        log("tenant " + name)
        return await get_response(request)

    return middleware
