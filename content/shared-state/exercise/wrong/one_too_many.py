# Looks right: counted before the view, and asked before that. But the third one still finds two.
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

HITS = []


@async_only_middleware
def Limit(get_response):
    async def middleware(request):
        if len(HITS) > 2:
            return HttpResponse(status=429)
        HITS.append(1)
        return await get_response(request)

    return middleware
