"""Three suppliers, asked at once."""

import asyncio

from django.http import HttpResponse


async def ask(supplier):
    print(f"asking {supplier}")
    await asyncio.sleep(0.1)
    print(f"{supplier} answers")
    return len(supplier)


async def cheapest(request):
    async with asyncio.TaskGroup() as group:
        north = group.create_task(ask("north"))
        south = group.create_task(ask("south"))
        harbour = group.create_task(ask("harbour"))
    tasks = north, south, harbour
    return HttpResponse(f"{min(task.result() for task in tasks)}")
