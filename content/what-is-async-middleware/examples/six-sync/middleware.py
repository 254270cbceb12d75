"""A sync layer: it asks a stock service, 100 ms away, and blocks until the answer is there."""

import time


def stock(get_response):
    def middleware(request):
        time.sleep(0.1)  # stands for a sync call over the network
        return get_response(request)

    return middleware
