"""The same count in a sync layer: each request is in a thread of its own."""

import time

count = 0


def count_requests(get_response):
    def middleware(request):
        global count
        seen = count
        print(f"read {seen}")
        time.sleep(0.1)  # stands for writing a line to an audit log
        count = seen + 1
        print(f"wrote {count}")
        return get_response(request)

    return middleware
