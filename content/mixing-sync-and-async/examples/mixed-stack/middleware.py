"""Four layers, each in the form that suits its work."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        print("timer in")
        response = await get_response(request)
        print("timer out")
        return response

    return middleware


def tenant(get_response):
    def middleware(request):
        print("tenant in")
        request.tenant = request.headers.get("X-Tenant", "public")
        response = get_response(request)
        print("tenant out")
        return response

    return middleware


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        print("flags in")
        request.flags = {"new-report"}
        response = await get_response(request)
        print("flags out")
        return response

    return middleware
