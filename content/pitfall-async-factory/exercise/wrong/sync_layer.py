# Looks right: a sync layer may use the bridge. But it is no async layer any more.
from asgiref.sync import async_to_sync
from directory import open_directory


def Tenant(get_response):
    directory = None

    def middleware(request):
        nonlocal directory
        if directory is None:
            directory = async_to_sync(open_directory)()
        response = get_response(request)
        response["X-Tenant"] = async_to_sync(directory.name_of)(request.path)
        return response

    return middleware
