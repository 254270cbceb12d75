"""A layer that looks out for whatever may go wrong below it."""

import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def watch(get_response):
    async def middleware(request):
        try:
            response = await get_response(request)
            print("watch: a response")
            return response
        except Exception:
            print("watch: except Exception")
            raise
        except asyncio.CancelledError:
            print("watch: except CancelledError")
            raise
        finally:
            print("watch: finally")

    return middleware
