# Looks right: every header is. But it holds a thread for each request, to look at a clock twice.
import time


def Timing(get_response):
    def middleware(request):
        started = time.monotonic()
        response = get_response(request)
        response["X-Time-Ms"] = f"{(time.monotonic() - started) * 1000:.0f}"
        return response

    return middleware
