"""A variable that is set on the way in and put back on the way out, in both kinds of layer."""

from contextvars import ContextVar

from django.utils.decorators import async_only_middleware

role = ContextVar("role", default="guest")


@async_only_middleware
def on_the_loop(get_response):
    async def middleware(request):
        token = role.set("reader")
        try:
            return await get_response(request)
        finally:
            role.reset(token)
            print(f"on the loop, put back: {role.get()}")

    return middleware


def in_the_thread(get_response):
    def middleware(request):
        token = role.set("writer")
        try:
            return get_response(request)
        finally:
            role.reset(token)
            print(f"in the thread, put back: {role.get()}")

    return middleware
