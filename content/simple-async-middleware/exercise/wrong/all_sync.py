# Looks right because every response is a 200; but the layer now runs in a thread, not on the loop.
def Simple(get_response):
    def middleware(request):
        log("Before view")
        response = get_response(request)
        log("After view")
        return response

    return middleware
