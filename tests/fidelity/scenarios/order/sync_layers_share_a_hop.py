"""Two adjacent sync layers cost one hop, two apart cost two."""

from django.http import HttpResponse

from layers import async_layer, sync_layer

SCENARIO = {"layers": ["First", "Second", "Between", "Third"], "server": "uvicorn"}

First, Second, Third = sync_layer("First"), sync_layer("Second"), sync_layer("Third")
Between = async_layer("Between")


async def view(request):
    log("view")
    return HttpResponse("ok", headers={"X-View": "seen"})
