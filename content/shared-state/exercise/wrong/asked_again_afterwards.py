# Looks right: exactly two get a 200. But the other three have had their work done, too.
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

HITS = []


@async_only_middleware
def Limit(get_response):
    async def middleware(request):
        response = await get_response(request)
        HITS.append(1)
        if len(HITS) > 2:
            return HttpResponse(status=429)
        return response

    return middleware
