"""The same sync layer, over the bridge that Django itself uses."""

from asgiref.sync import async_to_sync
from store import load_flags


def flags(get_response):
    def middleware(request):
        print("loading")
        request.flags = async_to_sync(load_flags)(request.path)
        print("loaded")
        return get_response(request)

    return middleware
