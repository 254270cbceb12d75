# Looks right: a loop made by hand. But the thread that is to read the row waits in it.
import asyncio

from flags import load_flags


def Flags(get_response):
    def middleware(request):
        loop = asyncio.new_event_loop()
        flags = loop.run_until_complete(load_flags(request.path))
        loop.close()
        response = get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
