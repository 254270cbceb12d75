from django.http import HttpResponse
from middleware import tenant


def page(request):
    print(f"tenant {tenant.get()}")
    return HttpResponse(tenant.get())
