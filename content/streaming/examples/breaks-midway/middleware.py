"""A layer that reports every failure: by its status, and by its exception hook."""

from asgiref.sync import markcoroutinefunction


class Report:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        response = await self.get_response(request)
        print(f"Report sees {response.status_code}")
        return response

    def process_exception(self, request, exception):
        print(f"Report hears of {exception}")
