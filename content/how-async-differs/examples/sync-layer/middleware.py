"""A sync layer that waits for 100 ms before it lets a report through."""

import time


def quota(get_response):
    def middleware(request):
        if request.path == "/report":
            print("quota asks")
            time.sleep(0.1)  # stands for a call to the quota service
            print("quota knows")
        return get_response(request)

    return middleware
