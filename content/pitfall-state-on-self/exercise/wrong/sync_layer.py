# Looks right: a local name, so nothing is shared. But the layer holds a thread for each request.
import uuid


def RequestId(get_response):
    def middleware(request):
        request_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())
        response = get_response(request)
        response["X-Request-ID"] = request_id
        return response

    return middleware
