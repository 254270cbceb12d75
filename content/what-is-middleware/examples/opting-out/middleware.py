"""`profiler` is for developing only, and says so."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed


def stamp(get_response):
    print("stamp is built")

    def middleware(request):
        print("stamp in")
        response = get_response(request)
        response["X-Served-By"] = "web-1"
        return response

    return middleware


def profiler(get_response):
    if not settings.DEBUG:
        print("profiler leaves itself out")
        raise MiddlewareNotUsed

    def middleware(request):
        print("profiler in")
        return get_response(request)

    return middleware


def tenant(get_response):
    print("tenant is built")

    def middleware(request):
        print("tenant in")
        request.tenant = request.headers.get("X-Tenant", "public")
        return get_response(request)

    return middleware
