"""Driving the ASGI application by hand: what it sends, message by message."""

from django.core.asgi import get_asgi_application
from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"]}

Top = async_layer("Top")


async def view(request):
    log("view")
    return HttpResponse("ok")


async def main():
    messages = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive():
        return messages.pop() if messages else await forever()

    async def forever():
        import asyncio

        await asyncio.Event().wait()

    async def send(message):
        log(f"{message['type']} {message.get('status', '')}{message.get('body', '')}")

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "headers": [(b"host", b"testserver")],
        "query_string": b"",
    }
    await get_asgi_application()(scope, receive, send)
