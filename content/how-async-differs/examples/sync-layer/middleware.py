"""A sync layer that waits before it lets a report in."""

import time


def quota(get_response):
    def middleware(request):
        if request.path == "/report":
            print("quota asks")
            time.sleep(0.1)  # asks the quota service
            print("quota knows")
        return get_response(request)

    return middleware
