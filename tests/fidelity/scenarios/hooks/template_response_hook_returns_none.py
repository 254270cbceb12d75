"""A template hook that forgets its response is told so by name."""

from django.template.response import TemplateResponse

from layers import async_layer

SCENARIO = {"layers": ["Top", "Forgetful"]}

Top = async_layer("Top")


class Forgetful:
    sync_capable = async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        log("forgetting")


async def view(request):
    return TemplateResponse(request, "page.html", {"name": "x"})
