"""request.user is lazy and refused on the loop; auser() hops."""

from django.contrib.auth import aauthenticate, alogin, get_user_model
from django.core.exceptions import SynchronousOnlyOperation
from django.core.management import call_command
from django.http import HttpResponse

SCENARIO = {
    "layers": [
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
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    },
}


def setup():
    call_command("migrate", verbosity=0)
    get_user_model().objects.create_user("ann", password="secret")


async def view(request):
    log(f"{await request.auser()}")
    user = await aauthenticate(request, username="ann", password="secret")
    await alogin(request, user)
    log(f"{(await request.auser()).get_username()}")
    try:
        get_user_model().objects.get()
    except SynchronousOnlyOperation:
        log("refused")
    log(f"{request.user.is_authenticated}")
    return HttpResponse("ok")
