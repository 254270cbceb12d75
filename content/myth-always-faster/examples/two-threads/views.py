import time

from django.http import HttpResponse


def report(request):
    time.sleep(0.1)  # stands for a call to another service
    return HttpResponse("report")
