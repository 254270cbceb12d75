"""`audit` reads what `tenant` writes, and stands above it."""


def audit(get_response):
    def middleware(request):
        before = getattr(request, "tenant", "nobody")
        print(f"audit in: {before}")
        response = get_response(request)
        print(f"audit out: {request.tenant}")
        return response

    return middleware


def tenant(get_response):
    def middleware(request):
        print("tenant in")
        request.tenant = request.headers.get("X-Tenant", "public")
        return get_response(request)

    return middleware
