"""The first look at request.user on the loop makes a query, and is refused."""

from django.core.management import call_command
from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": [
        "Top",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    "settings": {
        "_sqlite": True,
        "INSTALLED_APPS": [
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
        ],
    },
    "requests": [
        {"id": "A", "path": "/", "headers": {"Cookie": "sessionid=nonesuchnonesuchnonesuchnone"}}
    ],
}

Top = async_layer("Top")


def setup():
    call_command("migrate", verbosity=0)


async def view(request):
    log("looking")
    return HttpResponse(str(request.user.is_authenticated))
