# Looks right because a plain function can pass on a response or a coroutine; but nobody can tell which.
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def Dual(get_response):
    def middleware(request):
        log("Dual in")
        return get_response(request)

    return middleware
