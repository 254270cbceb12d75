"""A view with three awaits in its path, and one wait."""

import asyncio

from django.http import HttpResponse


async def exchange_rate():
    return 1.25  # known already


async def price_of(item):
    print(f"asking for the price of {item}")
    await asyncio.sleep(0.1)
    print("the price is there")
    return 4


async def quote(request):
    call = price_of("tea")
    print(f"made a {type(call).__name__}")
    rate = await exchange_rate()
    price = await call
    print("answering")
    return HttpResponse(f"tea: {price * rate:.2f}")
