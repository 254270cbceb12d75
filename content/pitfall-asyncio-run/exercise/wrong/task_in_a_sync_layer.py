# Looks right: the server's loop could do it. But in this thread, no loop is running.
import asyncio

from flags import load_flags


def Flags(get_response):
    def middleware(request):
        task = asyncio.create_task(load_flags(request.path))
        response = get_response(request)
        response["X-Flags"] = task.result()
        return response

    return middleware
