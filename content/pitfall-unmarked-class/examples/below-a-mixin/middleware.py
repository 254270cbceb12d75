"""The same class, below a layer such as Django's own are: a MiddlewareMixin."""

import asyncio

from django.utils.deprecation import MiddlewareMixin


class ServedBy(MiddlewareMixin):
    def process_response(self, request, response):
        print(f"ServedBy got a {type(response).__name__}")
        response["X-Served-By"] = "web-1"
        return response


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
