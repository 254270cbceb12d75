"""With raise_request_exception=False the client gets the error page."""

from layers import async_layer

SCENARIO = {"layers": ["Top"], "mode": "async_client", "raise_request_exception": False}

Top = async_layer("Top")


async def view(request):
    raise ValueError("boom")
