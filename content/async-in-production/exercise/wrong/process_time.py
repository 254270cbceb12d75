# Looks right: a clock before and after. But this one stands still while the process waits.
import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Timing(get_response):
    async def middleware(request):
        started = time.process_time()
        response = await get_response(request)
        response["X-Time-Ms"] = f"{(time.process_time() - started) * 1000:.0f}"
        return response

    return middleware
