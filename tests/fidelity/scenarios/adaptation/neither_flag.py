"""A layer that is neither sync nor async keeps the application from starting."""

from django.http import HttpResponse

SCENARIO = {"layers": ["Neither"]}


class Neither:
    sync_capable = False
    async_capable = False

    def __init__(self, get_response):
        self.get_response = get_response


async def view(request):
    return HttpResponse("ok")
