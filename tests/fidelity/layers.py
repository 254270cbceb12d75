"""Layers that say what passes through them, in each of the three forms that Django knows."""

from asgiref.sync import iscoroutinefunction
from django.utils.decorators import async_only_middleware, sync_and_async_middleware


def sync_layer(name):
    """A sync-only layer: without flags, Django takes a factory to be one."""

    def factory(get_response):
        def middleware(request):
            log(f"{name} in")
            response = get_response(request)
            log(f"{name} out {response.status_code}")
            return response

        return middleware

    return factory


def async_layer(name):
    """An async-only layer."""

    @async_only_middleware
    def factory(get_response):
        async def middleware(request):
            log(f"{name} in")
            response = await get_response(request)
            log(f"{name} out {response.status_code}")
            return response

        return middleware

    return factory


def hybrid_layer(name):
    """A layer in both forms, which says the one that it was built in."""

    @sync_and_async_middleware
    def factory(get_response):
        if iscoroutinefunction(get_response):

            async def middleware(request):
                log(f"{name} in (async)")
                response = await get_response(request)
                log(f"{name} out (async) {response.status_code}")
                return response

        else:

            def middleware(request):
                log(f"{name} in (sync)")
                response = get_response(request)
                log(f"{name} out (sync) {response.status_code}")
                return response

        return middleware

    return factory
