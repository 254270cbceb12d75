"""A session in a signed cookie needs no database and comes back with the next request."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Replay", "django.contrib.sessions.middleware.SessionMiddleware"],
    "settings": {
        "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
        "INSTALLED_APPS": ["django.contrib.sessions"],
    },
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/", "at": 0.1}],
}

jar = {}


@async_only_middleware
def Replay(get_response):
    async def middleware(request):
        request.COOKIES.update(jar)
        response = await get_response(request)
        jar.update({name: morsel.value for name, morsel in response.cookies.items()})
        log(f"cookies {sorted(response.cookies)}")
        return response

    return middleware


async def view(request):
    visits = request.session.get("visits", 0) + 1
    request.session["visits"] = visits
    return HttpResponse(str(visits))
