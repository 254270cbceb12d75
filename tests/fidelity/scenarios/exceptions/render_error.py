"""A template response that fails to render reaches process_exception, as a view's error does."""

from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse

SCENARIO = {"layers": ["Rescue"]}


class Rescue:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        log(f"out {response.status_code}")
        return response

    def process_exception(self, request, exception):
        log(f"rescue {type(exception).__name__}: {exception}")
        return HttpResponse("rescued", status=503)


class Failing(SimpleTemplateResponse):
    @property
    def rendered_content(self):
        log("rendering")
        raise ValueError("cannot render")


async def view(request):
    log("view")
    return Failing("page.html")
