"""Adds up deposits. Between reading the balance and writing it stands an await."""

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
        seen = balance
        await asyncio.sleep(0.1)  # stands for asking the bank
        balance = seen + int(request.GET["amount"])
        return await get_response(request)

    return middleware
