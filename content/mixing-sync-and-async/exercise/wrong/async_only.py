# Looks right: every stack starts and answers. But where the world is sync, Django must bridge it.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Dual(get_response):
    async def middleware(request):
        log("Dual in")
        response = await get_response(request)
        log("Dual out")
        return response

    return middleware
