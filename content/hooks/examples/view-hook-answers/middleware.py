"""The same three layers. Now the upper hook may answer by itself."""

from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse


class Layer:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        print(f"{type(self).__name__} in")
        response = await self.get_response(request)
        print(f"{type(self).__name__} out, {response.status_code}")
        return response


class Roles(Layer):
    async def process_view(self, request, view_func, view_args, view_kwargs):
        if "X-Role" not in request.headers:
            print("Roles answers")
            return HttpResponse("no role", status=403)
        print("Roles lets pass")


class Quota(Layer):
    async def process_view(self, request, view_func, view_args, view_kwargs):
        print("Quota lets pass")


class Timer(Layer):
    pass
