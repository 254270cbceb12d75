"""An async view, no layer at all, and a receiver of one of Django's signals."""

import asyncio

from django.core.signals import request_started
from django.dispatch import receiver
from django.http import HttpResponse


@receiver(request_started)
def note(sender, **kwargs):
    print("request_started")


async def page(request):
    print("view")
    await asyncio.sleep(0.05)
    return HttpResponse("ok")
