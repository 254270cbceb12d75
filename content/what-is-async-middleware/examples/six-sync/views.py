from django.http import HttpResponse


def shop(request):
    return HttpResponse("shop")
