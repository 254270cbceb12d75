"""Hybrids above a sync-only layer run in sync form, up to the first async-only one."""

from django.http import HttpResponse

from layers import async_layer, hybrid_layer, sync_layer

SCENARIO = {
    "layers": ["Hybrid1", "Async", "Hybrid2", "Hybrid3", "Sync", "Hybrid4"],
    "settings": {"DEBUG": True},
}

Hybrid1, Hybrid2 = hybrid_layer("Hybrid1"), hybrid_layer("Hybrid2")
Hybrid3, Hybrid4 = hybrid_layer("Hybrid3"), hybrid_layer("Hybrid4")
Async, Sync = async_layer("Async"), sync_layer("Sync")


async def view(request):
    log("view")
    return HttpResponse("ok")
