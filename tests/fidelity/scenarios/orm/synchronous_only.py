"""A sync query, an iteration and a lazy relation on the loop raise SynchronousOnlyOperation."""

from asgiref.sync import sync_to_async
from django.core.exceptions import SynchronousOnlyOperation
from django.db import connection, models
from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"], "settings": {"_sqlite": True}, "server": "uvicorn"}

Top = async_layer("Top")


class Shelf(models.Model):
    class Meta:
        app_label = "shop"


class Book(models.Model):
    shelf = models.ForeignKey(Shelf, models.CASCADE)

    class Meta:
        app_label = "shop"


def setup():
    with connection.schema_editor() as editor:
        editor.create_model(Shelf)
        editor.create_model(Book)
    Book.objects.create(shelf=Shelf.objects.create())


async def view(request):
    for attempt in (
        lambda: Book.objects.count(),
        lambda: list(Book.objects.all()),
        lambda: bool(Book.objects.all()),
        lambda: connection.cursor(),
    ):
        try:
            attempt()
        except SynchronousOnlyOperation as error:
            log(error)
    book = await Book.objects.aget()
    try:
        log(book.shelf)
    except SynchronousOnlyOperation:
        log("lazy relation refused")
    log(await sync_to_async(lambda: book.shelf.pk)())
    eager = await Book.objects.select_related("shelf").aget()
    log(eager.shelf.pk)
    lazy = await sync_to_async(Book.objects.all)()
    return HttpResponse(str(len(lazy)))
