"""Under WSGI nothing crosses for sync hooks, and an async layer's hook gets a loop of its own."""

from django.http import HttpResponse

SCENARIO = {"layers": ["Outer", "Inner"], "mode": "wsgi"}


class Outer:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        log(f"Outer out {response.status_code}")
        return response

    async def process_exception(self, request, exception):
        log("Outer hook")
        return HttpResponse("handled", status=418)


class Inner:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        log("Inner hook")


async def view(request):
    log("view")
    raise ValueError("boom")
