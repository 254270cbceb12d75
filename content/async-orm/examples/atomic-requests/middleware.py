"""A layer that says what came back."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def watch(get_response):
    async def middleware(request):
        response = await get_response(request)
        print(f"watch: {response.status_code}")
        return response

    return middleware
