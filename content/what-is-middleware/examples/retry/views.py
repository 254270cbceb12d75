"""A view whose price server is back at the third call."""

import time

from django.http import HttpResponse

calls = []


def price(request):
    calls.append(request)
    time.sleep(0.05)
    if len(calls) < 3:
        raise ConnectionError("the price server is down")
    return HttpResponse("42")
