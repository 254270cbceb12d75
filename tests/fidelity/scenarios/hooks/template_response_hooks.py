"""process_template_response goes bottom up before rendering, in the thread or on the loop."""

from django.template.response import TemplateResponse

SCENARIO = {"layers": ["Sync", "Async"], "server": "uvicorn"}


class Sync:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        log(f"Sync out, rendered {response.is_rendered}")
        return response

    def process_template_response(self, request, response):
        log("Sync hook")
        response.context_data["name"] += " and sync"
        return response


class Async:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    async def process_template_response(self, request, response):
        log("Async hook")
        response.context_data["name"] += " and async"
        return response


def view(request):
    response = TemplateResponse(request, "page.html", {"name": "view"})
    response.add_post_render_callback(lambda rendered: log("after rendering"))
    return response
