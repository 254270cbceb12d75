"""Who is it? Asked on the loop, in three ways."""

from django.core.exceptions import SynchronousOnlyOperation
from django.utils.decorators import async_only_middleware


@async_only_middleware
def greet(get_response):
    async def middleware(request):
        try:
            print(f"user: {request.user.is_authenticated}")
        except SynchronousOnlyOperation:
            print("user: refused")
        try:
            print(f"session: {request.session.get('theme')}")
        except SynchronousOnlyOperation:
            print("session: refused")
        user = await request.auser()
        print(f"auser: {user.is_authenticated}")
        print(f"aget: {await request.session.aget('theme')}")
        print(f"session again: {request.session.get('theme')}")
        return await get_response(request)

    return middleware
