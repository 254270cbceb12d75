"""QueueHandler and QueueListener take a slow log handler off the loop."""

import logging
import logging.handlers
import queue
import time
from contextvars import ContextVar

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["RequestId"],
    "requests": [{"id": "A", "path": "/a"}, {"id": "B", "path": "/b", "at": 0.05}],
    "linger": 0.5,
}

path = ContextVar("path", default="-")
written = []


class Slow(logging.Handler):
    def emit(self, record):
        time.sleep(0.1)
        written.append(f"{record.path} {record.getMessage()}")


def add_path(record):
    record.path = path.get()
    return True


jobs = queue.Queue()
handler = logging.handlers.QueueHandler(jobs)
handler.addFilter(add_path)
logger = logging.getLogger("shop")
logger.setLevel(logging.INFO)
logger.propagate = False
logger.addHandler(handler)
listener = logging.handlers.QueueListener(jobs, Slow())


def setup():
    listener.start()


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        path.set(request.path)
        began = time.monotonic()
        logger.info("began")
        response = await get_response(request)
        logger.info("ended %s", response.status_code)
        log(f"not slow: {time.monotonic() - began < 0.09}")
        return response

    return middleware


async def view(request):
    if request.path == "/b":
        listener.stop()
        log(sorted(written))
    return HttpResponse("ok")
