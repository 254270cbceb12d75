import time

from django.http import HttpResponse


def page(request):
    time.sleep(0.1)  # waits for news
    return HttpResponse("no news")
