"""A transaction lives in one thread: in one sync_to_async function, with its rollback."""

from asgiref.sync import sync_to_async
from django.db import connection, models, transaction
from django.http import HttpResponse

SCENARIO = {"layers": [], "settings": {"_sqlite": True}}


class Item(models.Model):
    class Meta:
        app_label = "shop"


def setup():
    with connection.schema_editor() as editor:
        editor.create_model(Item)


def create_and_fail():
    with transaction.atomic():
        Item.objects.create()
        transaction.on_commit(lambda: log("never"))
        raise ValueError("rolled back")


@transaction.atomic
def create():
    transaction.on_commit(lambda: log("committed"))
    Item.objects.create()


async def view(request):
    try:
        await sync_to_async(create_and_fail)()
    except ValueError as error:
        log(error)
    await sync_to_async(create)()
    log(await Item.objects.acount())
    return HttpResponse("ok")
