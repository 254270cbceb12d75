"""send from a sync view: async receivers run together on a loop that is borrowed for them."""

import asyncio

from django.dispatch import Signal
from django.http import HttpResponse

SCENARIO = {"layers": []}

ordered = Signal()


@ordered.connect
async def first(sender, **keywords):
    log("first begins")
    await asyncio.sleep(0.05)
    log("first ends")


@ordered.connect
async def second(sender, **keywords):
    log("second")


@ordered.connect
def third(sender, **keywords):
    log("third")


def view(request):
    ordered.send(sender=None)
    return HttpResponse("ok")
