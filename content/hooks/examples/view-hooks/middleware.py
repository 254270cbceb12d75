"""Three async layers. Two look at the view before it is called, one of them in a sync hook."""

from asgiref.sync import markcoroutinefunction


class Layer:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        print(f"{type(self).__name__} in")
        response = await self.get_response(request)
        print(f"{type(self).__name__} out")
        return response


class Roles(Layer):
    async def process_view(self, request, view_func, view_args, view_kwargs):
        print(f"Roles looks at {view_func.__name__}")


class Quota(Layer):
    def process_view(self, request, view_func, view_args, view_kwargs):
        print(f"Quota looks at {view_kwargs}")


class Timer(Layer):
    pass
