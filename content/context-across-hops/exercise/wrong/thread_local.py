# Looks right, and was right for years. But the view runs in another thread.
import threading

from django.utils.decorators import async_only_middleware

local = threading.local()


def current():
    return getattr(local, "id", None)


@async_only_middleware
def Ctx(get_response):
    async def middleware(request):
        local.id = request.headers["X-Id"]
        return await get_response(request)

    return middleware
