"""The first layer as a sync one: a thread for each request, and still one object."""


class RequestId:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        self.request_id = request.headers["X-Request-ID"]
        print(f"{self.request_id} in")
        response = self.get_response(request)
        print(f"{self.request_id} out")
        response["X-Request-ID"] = self.request_id
        return response
