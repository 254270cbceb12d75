"""asend_robust returns a receiver's exception in its place and logs it."""

from django.dispatch import Signal
from django.http import HttpResponse

SCENARIO = {"layers": [], "server": "uvicorn"}

ordered = Signal()


async def broken(sender, **keywords):
    raise ValueError("async")


def broken_too(sender, **keywords):
    raise LookupError("sync")


def whole(sender, **keywords):
    return "whole"


for receiver in (broken, broken_too, whole):
    ordered.connect(receiver)


async def view(request):
    answers = await ordered.asend_robust(sender=None)
    for receiver, answer in answers:
        log(f"{receiver.__name__}: {answer!r}")
    return HttpResponse("ok")
