"""An async layer that writes a line for each request."""

import logging

from django.utils.decorators import async_only_middleware

logger = logging.getLogger("shop.access")


@async_only_middleware
def access_log(get_response):
    async def middleware(request):
        response = await get_response(request)
        logger.info("%s %s", request.path, response.status_code)
        return response

    return middleware
