"""The order of the layers, from the outside in."""

MIDDLEWARE = [
    "middleware.headers",
    "middleware.tenant",
    "middleware.timer",
    "middleware.audit",
]
