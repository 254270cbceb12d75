"""LoginRequiredMiddleware sends an anonymous request to the login page from process_view."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import path

SCENARIO = {
    "layers": [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
    ],
    "settings": {
        "INSTALLED_APPS": [
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
        ],
        "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
        "LOGIN_URL": "/login",
    },
    "requests": [{"id": "A", "path": "/private?x=1"}, {"id": "B", "path": "/open", "at": 0.1}],
    "server": "uvicorn",
}


async def private(request):
    log("never")
    return HttpResponse("private")


@login_not_required
async def public(request):
    log("public")
    return HttpResponse("public")


urlpatterns = [path("private", private), path("open", public)]
