import time

from django.http import HttpResponse


def report(request):
    print("view")
    time.sleep(0.05)  # stands for a query
    return HttpResponse(f"report for {request.tenant}")
