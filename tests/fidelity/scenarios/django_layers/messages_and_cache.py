"""Messages and the cache of a whole site, both sync by nature, around an async view."""

from django.contrib import messages
from django.http import HttpResponse

SCENARIO = {
    "layers": [
        "django.middleware.cache.UpdateCacheMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.cache.FetchFromCacheMiddleware",
    ],
    "settings": {
        "INSTALLED_APPS": ["django.contrib.sessions", "django.contrib.messages"],
        "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
        "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
    },
    "requests": [
        {"id": "A", "path": "/plain"},
        {"id": "B", "path": "/plain", "at": 0.1},
        {"id": "C", "path": "/message", "at": 0.2},
    ],
}


async def view(request):
    log("view")
    if request.path == "/message":
        messages.info(request, "hello")
        log([str(message) for message in messages.get_messages(request)])
    return HttpResponse("ok")
