"""A sync layer over a view that waits: what a chat that polls looks like."""


def stamp(get_response):
    def middleware(request):
        response = get_response(request)
        response["X-Version"] = "7"
        return response

    return middleware
