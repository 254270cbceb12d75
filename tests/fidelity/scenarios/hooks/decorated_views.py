"""View decorators know async views."""

from django.http import HttpResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.decorators.vary import vary_on_headers

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "requests": [
        {"id": "A", "path": "/function"},
        {"id": "B", "path": "/function", "method": "POST", "at": 0.1},
        {"id": "C", "path": "/class", "at": 0.2},
    ],
}

Top = async_layer("Top")


@require_POST
@never_cache
async def function(request):
    log("function")
    return HttpResponse("ok")


@method_decorator(vary_on_headers("X-Tenant"), name="dispatch")
class Class(View):
    async def get(self, request):
        log("class")
        return HttpResponse("ok")


urlpatterns = [path("function", function), path("class", Class.as_view())]
