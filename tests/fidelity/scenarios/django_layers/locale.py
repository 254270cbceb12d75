"""LocaleMiddleware chooses the language, which follows the request into a sync view."""

from django.http import HttpResponse
from django.utils.translation import get_language, gettext

SCENARIO = {
    "layers": ["django.middleware.locale.LocaleMiddleware"],
    "settings": {"LANGUAGES": [["en", "English"], ["de", "German"]]},
    "requests": [
        {"id": "A", "path": "/", "headers": {"Accept-Language": "de-AT, en;q=0.5"}},
        {"id": "B", "path": "/", "headers": {"Accept-Language": "pt"}, "at": 0.1},
    ],
    "server": "uvicorn",
}


def view(request):
    log(f"{get_language()} {request.LANGUAGE_CODE}")
    return HttpResponse(gettext("Monday"))
