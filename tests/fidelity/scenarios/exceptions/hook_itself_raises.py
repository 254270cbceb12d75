"""process_exception raises: its own error is what the layers below see as a 500."""

from asgiref.sync import markcoroutinefunction

from layers import async_layer

SCENARIO = {"layers": ["Top", "Hook"]}

Top = async_layer("Top")


class Hook:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        response = await self.get_response(request)
        log(f"Hook saw {response.status_code}")
        return response

    async def process_exception(self, request, exception):
        log(f"hook for {exception}")
        raise RuntimeError("the hook broke")


async def view(request):
    raise ValueError("the view broke")
