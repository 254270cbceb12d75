from contextvars import ContextVar

from django.utils.decorators import async_only_middleware

request_id = ContextVar("request_id", default=None)


def current():
    return request_id.get()


@async_only_middleware
def Ctx(get_response):
    async def middleware(request):
        request_id.set(request.headers["X-Id"])
        return await get_response(request)

    return middleware
