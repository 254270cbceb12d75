# Looks right: the query is made, and the name is logged. But the answer does not wait for it.
import asyncio

from django.utils.decorators import async_only_middleware

tasks = set()


async def load():
    from scn_setup import Item

    item = await Item.objects.aget(name="a")
    log("tenant " + item.name)


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        tasks.add(asyncio.create_task(load()))
        return await get_response(request)

    return middleware
