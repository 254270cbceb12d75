"""Says in a header how many messages are unread."""

from django.utils.decorators import async_only_middleware
from models import Message


@async_only_middleware
def unread(get_response):
    async def middleware(request):
        response = await get_response(request)
        response["X-Unread"] = await Message.objects.acount()
        return response

    return middleware
