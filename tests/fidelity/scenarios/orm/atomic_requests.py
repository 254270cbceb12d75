"""ATOMIC_REQUESTS: refused for an async view, a transaction around a sync one."""

from django.db import connection, models
from django.http import HttpResponse
from django.urls import path

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "settings": {"_sqlite": True, "_db": {"ATOMIC_REQUESTS": True}},
    "requests": [
        {"id": "A", "path": "/async"},
        {"id": "B", "path": "/sync", "at": 0.1},
        {"id": "C", "path": "/count", "at": 0.2},
    ],
}

Top = async_layer("Top")


class Item(models.Model):
    class Meta:
        app_label = "shop"


def setup():
    with connection.schema_editor() as editor:
        editor.create_model(Item)


async def asynchronous(request):
    return HttpResponse("never")


def broken(request):
    log(f"atomic {connection.in_atomic_block}")
    Item.objects.create()
    raise ValueError("rolled back")


def count(request):
    return HttpResponse(str(Item.objects.count()))


urlpatterns = [path("async", asynchronous), path("sync", broken), path("count", count)]
