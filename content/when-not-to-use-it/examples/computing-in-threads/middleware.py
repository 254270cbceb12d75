"""Shrinks a picture on the way, in a sync layer."""

from images import shrink


def thumbnail(get_response):
    def middleware(request):
        if request.path == "/picture":
            shrink()
        return get_response(request)

    return middleware
