"""Django's ASGI application serves HTTP only: lifespan and websocket scopes are an error."""

from django.core.asgi import get_asgi_application

SCENARIO = {"layers": []}


async def main():
    application = get_asgi_application()
    for kind in ("lifespan", "websocket"):
        try:
            await application({"type": kind, "path": "/"}, None, None)
        except ValueError as error:
            log(error)
