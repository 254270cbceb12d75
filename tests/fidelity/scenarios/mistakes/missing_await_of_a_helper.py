"""A coroutine that nobody awaits does nothing, and says so only at its end."""

from django.http import HttpResponse

SCENARIO = {"layers": []}


async def audit():
    log("never")


async def view(request):
    audit()
    log("view")
    return HttpResponse("ok")
