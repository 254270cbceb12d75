# Looks right: nothing hangs any more. But nothing is read, either.
import asyncio

from flags import load_flags


def Flags(get_response):
    def middleware(request):
        flags = asyncio.run(asyncio.wait_for(load_flags(request.path), 0.1))
        response = get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
