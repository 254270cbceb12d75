"""asend awaits async receivers together and runs sync ones in the thread."""

import asyncio

from django.dispatch import Signal
from django.http import HttpResponse

SCENARIO = {"layers": []}

ordered = Signal()


async def slow(sender, **keywords):
    log("slow begins")
    await asyncio.sleep(0.1)
    log("slow ends")
    return "slow"


async def quick(sender, **keywords):
    log("quick begins")
    await asyncio.sleep(0.05)
    log("quick ends")
    return "quick"


def plain(sender, **keywords):
    log("plain")
    return "plain"


for receiver in (slow, plain, quick):
    ordered.connect(receiver)


async def view(request):
    answers = await ordered.asend(sender=None)
    return HttpResponse(" ".join(answer for _, answer in answers))
