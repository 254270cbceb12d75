# Looks right: every response is a 200. But the layer runs in a thread now, not on the loop.
def Simple(get_response):
    def middleware(request):
        log("Before view")
        response = get_response(request)
        log("After view")
        return response

    return middleware
