"""An async layer as a class. The flags are true, and yet something is missing."""

import asyncio


class Tenant:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        print("Tenant in")
        await asyncio.sleep(0.05)  # stands for asking the tenant directory
        if request.path == "/unknown":
            raise LookupError("no such tenant")
        request.tenant = "acme"
        return await self.get_response(request)
