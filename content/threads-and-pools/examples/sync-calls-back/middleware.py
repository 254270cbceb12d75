"""A sync layer calls a coroutine, which needs the very thread that waits for it."""

from asgiref.sync import async_to_sync, sync_to_async


def query():
    print("query")
    return "acme"


async def load_tenant():
    print("load_tenant")
    return await sync_to_async(query)()


def tenant(get_response):
    def middleware(request):
        print("tenant in")
        request.tenant = async_to_sync(load_tenant)()
        print(f"tenant is {request.tenant}")
        return get_response(request)

    return middleware
