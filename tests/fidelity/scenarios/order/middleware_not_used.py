"""MiddlewareNotUsed takes a layer out of the chain, with a word to the log only in DEBUG."""

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from layers import async_layer, hybrid_layer

SCENARIO = {"layers": ["Top", "Unused", "Hybrid"], "settings": {"DEBUG": True}}

Top, Hybrid = async_layer("Top"), hybrid_layer("Hybrid")


def Unused(get_response):
    log("asked")
    raise MiddlewareNotUsed("switched off")


async def view(request):
    log("view")
    return HttpResponse("ok")
