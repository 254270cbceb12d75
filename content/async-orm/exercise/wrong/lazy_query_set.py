# Looks right: the call goes to a thread. But filter() makes no query, the first look at a row does.
from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        from scn_setup import Item

        items = await sync_to_async(Item.objects.filter)(name="a")
        log("tenant " + items[0].name)
        return await get_response(request)

    return middleware
