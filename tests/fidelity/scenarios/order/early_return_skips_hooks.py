"""A layer that answers early keeps the hooks of all layers from running, its own included."""

from django.http import HttpResponse
from django.utils.deprecation import MiddlewareMixin

SCENARIO = {"layers": ["Outer", "Inner"]}


class Outer(MiddlewareMixin):
    def process_request(self, request):
        log("Outer process_request")

    def process_view(self, request, view_func, view_args, view_kwargs):
        log("Outer process_view")

    def process_response(self, request, response):
        log(f"Outer process_response {response.status_code}")
        return response


class Inner(MiddlewareMixin):
    def process_request(self, request):
        log("Inner process_request")
        return HttpResponse("early", status=202)

    def process_view(self, request, view_func, view_args, view_kwargs):
        log("Inner process_view")

    def process_response(self, request, response):
        log(f"Inner process_response {response.status_code}")
        response["X-Inner"] = "after"
        return response


async def view(request):
    log("view")
    return HttpResponse("ok")
