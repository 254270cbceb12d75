# Looks right because every stack starts and answers; but Django has to bridge it wherever the world is sync.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Dual(get_response):
    async def middleware(request):
        log("Dual in")
        response = await get_response(request)
        log("Dual out")
        return response

    return middleware
