"""A sync layer that blocks: it asks a slow licence server, except for the health check."""

import time


def ask_licence_server():
    time.sleep(0.15)


def licence(get_response):
    def middleware(request):
        if request.path != "/health":
            print("licence asks")
            ask_licence_server()
            print("licence knows")
        return get_response(request)

    return middleware
