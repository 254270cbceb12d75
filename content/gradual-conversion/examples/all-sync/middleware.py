"""Three short layers, as they always were."""


def timer(get_response):
    def middleware(request):
        request.timer = "t0"
        return get_response(request)

    return middleware


def tenant(get_response):
    def middleware(request):
        request.tenant = "acme"
        return get_response(request)

    return middleware


def flags(get_response):
    def middleware(request):
        request.flags = "beta"
        return get_response(request)

    return middleware
