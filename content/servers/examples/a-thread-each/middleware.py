"""A sync layer that waits, and counts who waits with it."""

import threading
import time

waiting = set()


def slow(get_response):
    def middleware(request):
        waiting.add(threading.get_ident())
        print(f"threads that wait: {len(waiting)}")
        time.sleep(0.2)
        waiting.discard(threading.get_ident())
        return get_response(request)

    return middleware
