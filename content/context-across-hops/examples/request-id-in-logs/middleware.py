"""Each line of the log carries the id of the request that wrote it."""

import logging
from contextvars import ContextVar

from django.utils.decorators import async_only_middleware

request_id = ContextVar("request_id", default="-")


class RequestIdFilter(logging.Filter):
    def filter(self, record):
        record.request_id = request_id.get()
        return True


@async_only_middleware
def identify(get_response):
    async def middleware(request):
        request_id.set(request.headers["X-Request-ID"])
        return await get_response(request)

    return middleware
