"""Sessions in an async view: the async interface hops, the plain one is refused with a database."""

from django.core.exceptions import SynchronousOnlyOperation
from django.core.management import call_command
from django.http import HttpResponse

SCENARIO = {
    "layers": ["django.contrib.sessions.middleware.SessionMiddleware"],
    "settings": {"_sqlite": True, "INSTALLED_APPS": ["django.contrib.sessions"]},
    "server": "uvicorn",
}


def setup():
    call_command("migrate", verbosity=0)


async def view(request):
    try:
        request.session.get("visits")
    except SynchronousOnlyOperation:
        log("refused")
    visits = await request.session.aget("visits", 0)
    await request.session.aset("visits", visits + 1)
    log(f"visits {await request.session.aget('visits')}")
    return HttpResponse("ok")
