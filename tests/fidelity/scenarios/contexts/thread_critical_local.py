"""A thread-critical Local is seen only in the thread that set it."""

from asgiref.local import Local
from asgiref.sync import sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": []}

critical = Local(thread_critical=True)
ordinary = Local()


def look():
    log(f"critical {getattr(critical, 'x', None)}, ordinary {getattr(ordinary, 'x', None)}")
    ordinary.x = critical.x = 2


async def view(request):
    critical.x = ordinary.x = 1
    await sync_to_async(look)()
    log(f"critical {critical.x}, ordinary {ordinary.x}")
    return HttpResponse("ok")
