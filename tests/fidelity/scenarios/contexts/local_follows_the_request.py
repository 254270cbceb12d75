"""asgiref's Local follows a request through threads; threading.local stays with the thread."""

import threading

from asgiref.local import Local
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Tag", "Sync"],
    "requests": [{"id": "A", "path": "/a"}, {"id": "B", "path": "/b", "at": 0.05}],
}

ours = Local()
theirs = threading.local()


@async_only_middleware
def Tag(get_response):
    async def middleware(request):
        ours.path = theirs.path = request.path
        response = await get_response(request)
        log(f"Local {ours.path} {getattr(ours, 'seen', None)}")
        return response

    return middleware


def Sync(get_response):
    def middleware(request):
        log(f"Local {getattr(ours, 'path', None)}, thread {getattr(theirs, 'path', None)}")
        ours.seen = "in the thread"
        return get_response(request)

    return middleware


async def view(request):
    log(f"Local {getattr(ours, 'path', None)}, thread {getattr(theirs, 'path', None)}")
    return HttpResponse("ok")
