"""A class-based view whose handlers are partly async does not answer at all."""

from django.http import HttpResponse
from django.urls import path
from django.views import View

from layers import async_layer

SCENARIO = {"layers": ["Top"], "requests": [{"id": "A", "path": "/mixed"}]}

Top = async_layer("Top")


class Mixed(View):
    async def get(self, request):
        return HttpResponse("get")

    def post(self, request):
        return HttpResponse("post")


def mixed(request):
    return Mixed.as_view()(request)


urlpatterns = [path("mixed", mixed)]
