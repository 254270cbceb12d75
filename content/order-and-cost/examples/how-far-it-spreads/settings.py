"""The hybrid twice: above the async-only layer, and below it."""

MIDDLEWARE = [
    "middleware.headers",
    "middleware.timer",
    "middleware.headers",
    "middleware.tenant",
]
