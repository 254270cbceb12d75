"""Nothing to wait for."""

from django.http import HttpResponse


def report(request):
    print("view")
    return HttpResponse("report")
