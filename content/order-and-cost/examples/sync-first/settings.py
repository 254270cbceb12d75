"""The same four, the sync-only ones first."""

MIDDLEWARE = [
    "middleware.tenant",
    "middleware.audit",
    "middleware.timer",
    "middleware.headers",
]
