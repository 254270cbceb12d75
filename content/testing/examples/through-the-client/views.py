import time

from django.http import HttpResponse


def report(request):
    print("view begins")
    time.sleep(0.1)
    print("view ends")
    return HttpResponse("report")
