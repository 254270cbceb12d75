from django.http import HttpResponse
from middleware import current


def page(request):
    print("view:", current.tenant)
    return HttpResponse(current.tenant)
