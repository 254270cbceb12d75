"""Three suppliers, asked one after the other."""

import asyncio

from django.http import HttpResponse


async def ask(supplier):
    print(f"asking {supplier}")
    await asyncio.sleep(0.1)
    print(f"{supplier} answers")
    return len(supplier)


async def cheapest(request):
    north = await ask("north")
    south = await ask("south")
    harbour = await ask("harbour")
    return HttpResponse(f"{min(north, south, harbour)}")
