"""A sync timer over a sync view."""

import time


def timer(get_response):
    def middleware(request):
        started = time.monotonic()
        response = get_response(request)
        elapsed = time.monotonic() - started
        print(f"out after {elapsed * 1000:.0f} ms")
        return response

    return middleware
