"""A sync layer over an async view that waits. Each request holds a thread."""


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware
