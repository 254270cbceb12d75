"""Its flags are true, and no request gets an answer."""

from asgiref.sync import iscoroutinefunction, markcoroutinefunction


class Tenant:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        log("Tenant")
        if request.path == "/boom":
            raise ValueError("boom")
        return await self.get_response(request)
