"""A view that spends its time waiting for somebody else."""

import asyncio

from django.http import HttpResponse


async def report(request):
    print("view asks")
    await asyncio.sleep(0.12)  # stands for a query, or a call to another service
    print("view answers")
    return HttpResponse("report")
