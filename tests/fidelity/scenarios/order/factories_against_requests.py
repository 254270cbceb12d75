"""The chain is built once, at start-up; a request only walks it."""

from django.http import HttpResponse

SCENARIO = {
    "layers": ["Outer", "Inner"],
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/", "at": 0.1}],
}


def counting(name):
    def factory(get_response):
        log(f"{name} built")
        walked = 0

        def middleware(request):
            nonlocal walked
            walked += 1
            log(f"{name} walked {walked}")
            return get_response(request)

        return middleware

    return factory


Outer, Inner = counting("Outer"), counting("Inner")


def view(request):
    return HttpResponse("ok")
