"""Two queries of one request run one after the other, in its one thread."""

import asyncio
import time

from django.db import connection, models
from django.db.backends.signals import connection_created
from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "settings": {"_sqlite": True},
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/", "at": 0.5}],
}


class Item(models.Model):
    class Meta:
        app_label = "shop"


def slow(execute, sql, params, many, context):
    if "COUNT" in sql:
        time.sleep(0.1)
    return execute(sql, params, many, context)


def watch(sender, connection, **keywords):
    connection.execute_wrappers.append(slow)


def setup():
    with connection.schema_editor() as editor:
        editor.create_model(Item)
    connection_created.connect(watch)


async def view(request):
    began = time.monotonic()
    log(await asyncio.gather(Item.objects.acount(), Item.objects.acount()))
    log(f"{round(time.monotonic() - began, 1)} s")
    return HttpResponse("ok")
