from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        from scn_setup import Item

        item = await Item.objects.aget(name="a")
        log("tenant " + item.name)
        return await get_response(request)

    return middleware
