"""A MiddlewareMixin may override `__acall__`, and then stays on the loop."""

from django.http import HttpResponse
from django.utils.deprecation import MiddlewareMixin

SCENARIO = {"layers": ["Timed"], "server": "uvicorn"}


class Timed(MiddlewareMixin):
    def process_request(self, request):
        log("never called")

    async def __acall__(self, request):
        log("acall in")
        response = await self.get_response(request)
        log("acall out")
        return response


async def view(request):
    log("view")
    return HttpResponse("ok")
