import time

from django.http import HttpResponse


def report(request):
    print("view")
    time.sleep(0.1)
    return HttpResponse("report")
