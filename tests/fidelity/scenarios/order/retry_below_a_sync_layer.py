"""A layer calls the next one until it succeeds; all below runs each time."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

from layers import sync_layer

SCENARIO = {"layers": ["Retry", "Counted"]}

ATTEMPTS = []
Counted = sync_layer("Counted")


@async_only_middleware
def Retry(get_response):
    async def middleware(request):
        for attempt in range(1, 4):
            response = await get_response(request)
            log(f"attempt {attempt}: {response.status_code}")
            if response.status_code < 500:
                break
        response["X-Attempts"] = str(attempt)
        return response

    return middleware


async def view(request):
    ATTEMPTS.append(request.path)
    if len(ATTEMPTS) < 3:
        return HttpResponse("busy", status=503)
    return HttpResponse("ok")
