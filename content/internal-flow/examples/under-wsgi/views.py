from django.http import HttpResponse


def page(request):
    print("view")
    return HttpResponse("page")
