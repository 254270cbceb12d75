import asyncio
import logging
import time

from asgiref.sync import sync_to_async
from django.http import HttpResponse

logger = logging.getLogger("shop")


def load_order():
    time.sleep(0.1)
    logger.info("order loaded, in a thread")


async def send_receipt():
    await asyncio.sleep(0.05)
    logger.info("receipt sent, in a task")


async def order(request):
    logger.info("view")
    await asyncio.gather(sync_to_async(load_order)(), send_receipt())
    return HttpResponse("ok")
