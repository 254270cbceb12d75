"""A dotted path that leads nowhere keeps the application from starting."""

from django.http import HttpResponse

SCENARIO = {"layers": ["Absent"]}


async def view(request):
    return HttpResponse("ok")
