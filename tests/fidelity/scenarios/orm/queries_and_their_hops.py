"""Each `a` method is one hop to the request's thread; `async for` is one for the whole."""

from django.db import connection, models
from django.db.models import F, Sum
from django.http import HttpResponse

SCENARIO = {"layers": [], "settings": {"_sqlite": True}, "server": "uvicorn"}


class Item(models.Model):
    name = models.CharField(max_length=20, unique=True)
    price = models.IntegerField(default=1)

    class Meta:
        app_label = "shop"


def setup():
    with connection.schema_editor() as editor:
        editor.create_model(Item)
    Item.objects.create(name="a")


async def view(request):
    item, made = await Item.objects.aget_or_create(name="b", defaults={"price": 2})
    log(f"{item.name} {made}")
    await Item.objects.abulk_create([Item(name="c"), Item(name="d")])
    await Item.objects.filter(name="d").aupdate(price=F("price") + 4)
    await item.arefresh_from_db()
    item.price = 9
    await item.asave()
    log([row.name async for row in Item.objects.order_by("-price", "name")])
    log(await Item.objects.aaggregate(total=Sum("price")))
    log(await Item.objects.filter(name="z").aexists())
    log((await Item.objects.order_by("name").afirst()).name)
    log(sorted((await Item.objects.ain_bulk(["a", "b"], field_name="name")).keys()))
    try:
        await Item.objects.aget(name="z")
    except Item.DoesNotExist as error:
        log(error)
    await item.adelete()
    log(await Item.objects.acount())
    return HttpResponse("ok")
