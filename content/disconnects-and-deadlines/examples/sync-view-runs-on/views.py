import time

from django.http import HttpResponse


def report(request):
    print("view asks")
    time.sleep(0.2)
    print("view answers")
    return HttpResponse("report")
