"""A sync-only layer over a stream."""


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware
