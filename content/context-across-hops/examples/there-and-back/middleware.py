"""An async layer sets a context variable, a sync one adds to it, and the view below does, too."""

from contextvars import ContextVar

from django.utils.decorators import async_only_middleware

trail = ContextVar("trail", default="")


@async_only_middleware
def begin(get_response):
    async def middleware(request):
        trail.set(request.path)
        response = await get_response(request)
        print(f"back on the loop: {trail.get()}")
        return response

    return middleware


def tenant(get_response):
    def middleware(request):
        trail.set(f"{trail.get()} > tenant")
        response = get_response(request)
        print(f"back in the thread: {trail.get()}")
        return response

    return middleware
