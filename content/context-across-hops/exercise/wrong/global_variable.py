# Looks right as long as requests come one after the other.
from django.utils.decorators import async_only_middleware

current_id = None


def current():
    return current_id


@async_only_middleware
def Ctx(get_response):
    async def middleware(request):
        global current_id
        current_id = request.headers["X-Id"]
        return await get_response(request)

    return middleware
