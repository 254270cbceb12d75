"""A transaction, first on the loop, then where it belongs."""

from asgiref.sync import sync_to_async
from django.core.exceptions import SynchronousOnlyOperation
from django.db import transaction
from django.utils.decorators import async_only_middleware
from models import Tenant


@sync_to_async
def register():
    with transaction.atomic():
        Tenant.objects.create(name="bolt")
        print("one made")
        raise ValueError("no second one")


@async_only_middleware
def signup(get_response):
    async def middleware(request):
        try:
            with transaction.atomic():
                await Tenant.objects.acreate(name="bolt")
        except SynchronousOnlyOperation:
            print("on the loop: refused")
        try:
            await register()
        except ValueError:
            print(f"rolled back: {await Tenant.objects.acount()} tenant")
        return await get_response(request)

    return middleware
