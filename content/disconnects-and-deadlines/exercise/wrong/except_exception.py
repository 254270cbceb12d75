# Looks right: whatever is raised below, the slot is given back. But a cancellation is no Exception.
from django.utils.decorators import async_only_middleware

ACTIVE = 0


@async_only_middleware
def Slots(get_response):
    async def middleware(request):
        global ACTIVE
        ACTIVE += 1
        try:
            response = await get_response(request)
        except Exception:
            ACTIVE -= 1
            raise
        ACTIVE -= 1
        return response

    return middleware
