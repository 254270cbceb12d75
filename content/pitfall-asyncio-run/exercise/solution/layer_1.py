from asgiref.sync import async_to_sync
from flags import load_flags


def Flags(get_response):
    def middleware(request):
        flags = async_to_sync(load_flags)(request.path)
        response = get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
