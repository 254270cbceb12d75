# Looks right: no error any more. But the query holds the loop, and with it every request.
import os

from django.utils.decorators import async_only_middleware

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@async_only_middleware
def Tenant(get_response):
    async def middleware(request):
        from scn_setup import Item

        log("tenant " + Item.objects.get(name="a").name)
        return await get_response(request)

    return middleware
