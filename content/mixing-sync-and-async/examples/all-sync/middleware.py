"""Two sync layers, as most projects have them."""


def tenant(get_response):
    def middleware(request):
        print("tenant in")
        request.tenant = request.headers.get("X-Tenant", "public")
        response = get_response(request)
        print("tenant out")
        return response

    return middleware


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware
