"""The same layers; now `gate` has a reason to refuse."""

import time

from django.http import HttpResponseForbidden


def stamp(get_response):
    print("stamp is built")

    def middleware(request):
        print("stamp in")
        response = get_response(request)
        print("stamp out")
        response["X-Served-By"] = "web-1"
        return response

    return middleware


def gate(get_response):
    print("gate is built")

    def middleware(request):
        print("gate in")
        time.sleep(0.05)  # looks up the key
        if "X-Api-Key" not in request.headers:
            print("gate refuses")
            return HttpResponseForbidden("no key")
        response = get_response(request)
        print("gate out")
        return response

    return middleware


def tenant(get_response):
    print("tenant is built")

    def middleware(request):
        print("tenant in")
        request.tenant = request.headers.get("X-Tenant", "public")
        response = get_response(request)
        print("tenant out")
        return response

    return middleware
