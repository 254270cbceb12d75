"""A layer as most packages write it: a MiddlewareMixin with two hooks."""

import time

from django.utils.deprecation import MiddlewareMixin


class Timer(MiddlewareMixin):
    def process_request(self, request):
        print("Timer in")
        request.began = time.monotonic()

    def process_response(self, request, response):
        print("Timer out")
        response["X-Seconds"] = f"{time.monotonic() - request.began:.1f}"
        return response
