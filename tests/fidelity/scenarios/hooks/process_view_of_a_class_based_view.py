"""process_view gets the URL's arguments; an async class-based view is known as one."""

import asyncio

from django.http import HttpResponse
from django.urls import path
from django.utils.deprecation import MiddlewareMixin
from django.views import View

SCENARIO = {
    "layers": ["Look"],
    "requests": [
        {"id": "A", "path": "/items/7"},
        {"id": "B", "path": "/items/7", "method": "POST", "at": 0.1},
        {"id": "C", "path": "/items/7", "method": "OPTIONS", "at": 0.2},
    ],
}


class Look(MiddlewareMixin):
    def process_view(self, request, view_func, view_args, view_kwargs):
        log(f"{view_func.__name__} {view_args} {view_kwargs} {view_func.view_class.view_is_async}")


class Item(View):
    async def get(self, request, number):
        await asyncio.sleep(0)
        log(f"get {number}")
        return HttpResponse(f"item {number}")


urlpatterns = [path("items/<int:number>", Item.as_view(), name="item")]
