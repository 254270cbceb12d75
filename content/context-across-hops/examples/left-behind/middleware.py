"""A layer that sets a variable for some requests, and never puts it back."""

from contextvars import ContextVar

tenant = ContextVar("tenant", default="public")


def set_tenant(get_response):
    def middleware(request):
        if "X-Tenant" in request.headers:
            tenant.set(request.headers["X-Tenant"])
        return get_response(request)

    return middleware
