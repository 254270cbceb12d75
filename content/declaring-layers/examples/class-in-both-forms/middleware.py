"""A hybrid as a class: one `__call__`, and a mark for those instances that stand above async."""

from asgiref.sync import iscoroutinefunction, markcoroutinefunction


class Tag:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response
        self.is_async = iscoroutinefunction(get_response)
        if self.is_async:
            markcoroutinefunction(self)

    def __call__(self, request):
        if self.is_async:
            return self.call_async(request)
        print("Tag, sync form")
        return self.tagged(self.get_response(request))

    async def call_async(self, request):
        print("Tag, async form")
        return self.tagged(await self.get_response(request))

    def tagged(self, response):
        response["X-Tags"] = int(response.get("X-Tags", 0)) + 1
        return response


def audit(get_response):
    def middleware(request):
        print("audit")
        return get_response(request)

    return middleware
