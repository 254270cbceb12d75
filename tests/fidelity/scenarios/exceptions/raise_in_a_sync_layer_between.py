"""An exception of a sync layer between async ones becomes a 500 before it leaves the thread."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top", "Broken", "Below"]}

Top, Below = async_layer("Top"), async_layer("Below")


def Broken(get_response):
    def middleware(request):
        get_response(request)
        log("raising")
        raise LookupError("on the way out")

    return middleware


async def view(request):
    log("view")
    return HttpResponse("ok")
