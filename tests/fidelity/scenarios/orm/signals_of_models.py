"""Model signals go to receivers in the thread of the query; an async one is awaited from there."""

from django.db import connection, models
from django.db.models.signals import post_save
from django.http import HttpResponse

SCENARIO = {"layers": [], "settings": {"_sqlite": True}}


class Item(models.Model):
    class Meta:
        app_label = "shop"


def saved(sender, instance, created, **keywords):
    log(f"saved {instance.pk} {created}")


async def saved_async(sender, instance, **keywords):
    log(f"saved async {instance.pk}")


def setup():
    with connection.schema_editor() as editor:
        editor.create_model(Item)
    post_save.connect(saved, sender=Item)
    post_save.connect(saved_async, sender=Item)


async def view(request):
    await Item.objects.acreate()
    return HttpResponse("ok")
