# Looks right: the method is the coroutine function. But Django asks the instance.
from asgiref.sync import markcoroutinefunction


class Tenant:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self.__call__)

    async def __call__(self, request):
        log("Tenant")
        if request.path == "/boom":
            raise ValueError("boom")
        return await self.get_response(request)
