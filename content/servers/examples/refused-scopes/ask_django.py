"""What a server says to an application, and what Django makes of it."""

from django.core.asgi import get_asgi_application

application = get_asgi_application()


async def main():
    for kind in ("lifespan", "websocket"):
        try:
            await application({"type": kind, "path": "/"}, None, None)
        except ValueError as error:
            print(f"{kind}: {error}")
