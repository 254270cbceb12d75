"""A sync view's exception passes from its thread to the hooks and to Django's log."""

from django.http import JsonResponse
from django.utils.deprecation import MiddlewareMixin

SCENARIO = {"layers": ["Outer", "Inner"], "server": "uvicorn"}


class Outer(MiddlewareMixin):
    def process_exception(self, request, exception):
        log(f"Outer {type(exception).__name__}, from {type(exception.__cause__).__name__}")
        return JsonResponse({"error": str(exception)}, status=422)


class Inner(MiddlewareMixin):
    def process_exception(self, request, exception):
        log(f"Inner {type(exception).__name__}")


def view(request):
    try:
        {}["absent"]
    except KeyError as error:
        raise ValueError("unusable") from error
