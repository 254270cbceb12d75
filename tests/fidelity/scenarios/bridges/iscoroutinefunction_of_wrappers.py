"""What counts as a coroutine function: functions, partials, marked objects."""

import functools

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

SCENARIO = {"layers": []}


async def coroutine_function(request):
    pass


def plain(request):
    return coroutine_function(request)


class Callable:
    async def __call__(self, request):
        pass


@method_decorator(never_cache, name="dispatch")
class Page(View):
    async def get(self, request):
        pass


def wrapped(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


async def main():
    for name, thing in {
        "coroutine function": coroutine_function,
        "plain": plain,
        "partial": functools.partial(coroutine_function, None),
        "wraps": wrapped(coroutine_function),
        "instance": Callable(),
        "marked instance": markcoroutinefunction(Callable()),
        "view class": Page.as_view(),
        "sync_to_async": sync_to_async(plain),
        "lambda": lambda request: coroutine_function(request),
        "decorated": never_cache(coroutine_function),
    }.items():
        log(f"{name}: {iscoroutinefunction(thing)}")
