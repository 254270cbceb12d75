import time

from asgiref.sync import sync_to_async
from django.http import HttpResponse


@sync_to_async
def export(month):
    print(f"month {month} begins")
    time.sleep(0.08)
    print(f"month {month} ends")


async def report(request):
    for month in range(1, 5):
        await export(month)
    return HttpResponse("report")
