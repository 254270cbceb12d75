"""Adds up deposits. Nothing stands between reading the balance and writing it."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

balance = 0


@async_only_middleware
def deposit(get_response):
    async def middleware(request):
        global balance
        if request.path == "/balance":
            print(f"balance {balance}")
            return HttpResponse(str(balance))
        await asyncio.sleep(0.1)  # stands for asking the bank
        balance = balance + int(request.GET["amount"])
        return await get_response(request)

    return middleware
