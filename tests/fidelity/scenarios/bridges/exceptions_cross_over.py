"""Exceptions cross hops with their class, their cause and the same object."""

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": []}


class Refused(Exception):
    pass


def refuse():
    try:
        int("x")
    except ValueError as error:
        raise Refused("no") from error


async def ask():
    await sync_to_async(refuse)()


def view(request):
    try:
        async_to_sync(ask)()
    except Refused as error:
        log(f"{error!r} from {type(error.__cause__).__name__}")
    return HttpResponse("ok")
