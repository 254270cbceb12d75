from django.utils.decorators import async_only_middleware

ACTIVE = 0


@async_only_middleware
def Slots(get_response):
    async def middleware(request):
        global ACTIVE
        ACTIVE += 1
        try:
            return await get_response(request)
        finally:
            ACTIVE -= 1

    return middleware
