# Looks right: Django bridges to the layer now. But what it calls over that bridge is still async.
class Tenant:
    sync_capable = True
    async_capable = False

    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        log("Tenant")
        if request.path == "/boom":
            raise ValueError("boom")
        return await self.get_response(request)
