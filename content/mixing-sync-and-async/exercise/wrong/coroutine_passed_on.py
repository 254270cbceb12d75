# Looks right: it passes on a response or a coroutine. But from outside nobody can tell which.
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def Dual(get_response):
    def middleware(request):
        log("Dual in")
        return get_response(request)

    return middleware
