"""Which connection is it? Each is opened by the first query of a thread."""

import asyncio

from asgiref.sync import sync_to_async
from django.db import connection
from django.utils.decorators import async_only_middleware

seen = []


def connection_number():
    connection.ensure_connection()
    if connection.connection not in seen:
        seen.append(connection.connection)
    return seen.index(connection.connection) + 1


@async_only_middleware
def compare(get_response):
    async def middleware(request):
        print(f"sync_to_async: {await sync_to_async(connection_number)()}")
        print(f"sync_to_async: {await sync_to_async(connection_number)()}")
        print(f"to_thread: {await asyncio.to_thread(connection_number)}")
        return await get_response(request)

    return middleware
