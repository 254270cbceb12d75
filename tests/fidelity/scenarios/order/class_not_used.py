"""A class may take itself out in its `__init__`; a layer above it then sits on the view."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from layers import hybrid_layer, sync_layer

SCENARIO = {"layers": ["Hybrid", "Audit", "Last"], "settings": {"AUDIT": False}}

Hybrid, Last = hybrid_layer("Hybrid"), sync_layer("Last")


class Audit:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        if not settings.AUDIT:
            raise MiddlewareNotUsed


async def view(request):
    log("view")
    return HttpResponse("ok")
