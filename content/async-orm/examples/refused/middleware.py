"""One query, asked for in three ways."""

from asgiref.sync import sync_to_async
from django.core.exceptions import SynchronousOnlyOperation
from django.utils.decorators import async_only_middleware
from models import Tenant


def find_acme():
    return Tenant.objects.filter(name="acme")


@async_only_middleware
def load_tenant(get_response):
    async def middleware(request):
        try:
            print(Tenant.objects.get(name="acme").name)
        except SynchronousOnlyOperation as error:
            print(f"get: {error}")
        lazy = await sync_to_async(find_acme)()
        try:
            print(lazy[0].name)
        except SynchronousOnlyOperation:
            print("filter through sync_to_async: refused as well")
        tenant = await Tenant.objects.aget(name="acme")
        print(f"aget: {tenant.name}")
        return await get_response(request)

    return middleware
