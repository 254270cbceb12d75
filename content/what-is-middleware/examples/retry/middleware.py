"""A layer that calls what lies below it again."""


def retry(get_response):
    def middleware(request):
        for attempt in (1, 2, 3):
            response = get_response(request)
            print(f"attempt {attempt}: {response.status_code}")
            if response.status_code < 500:
                break
        return response

    return middleware


def tenant(get_response):
    def middleware(request):
        print("tenant in")
        request.tenant = request.headers.get("X-Tenant", "public")
        return get_response(request)

    return middleware
