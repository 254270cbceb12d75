"""A sync layer answers by itself: what lies below never runs, what lies above sees the answer."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top", "Gate", "Below"],
    "requests": [
        {"id": "A", "path": "/", "headers": {"X-Key": "let me in"}},
        {"id": "B", "path": "/", "at": 0.1},
    ],
    "server": "uvicorn",
}

Top, Below = async_layer("Top"), async_layer("Below")


def Gate(get_response):
    def middleware(request):
        if "X-Key" not in request.headers:
            log("gate closed")
            return HttpResponse("no", status=403, headers={"X-Gate": "closed"})
        log("gate open")
        response = get_response(request)
        response["X-Gate"] = "open"
        return response

    return middleware


async def view(request):
    log("view")
    return HttpResponse("ok")
