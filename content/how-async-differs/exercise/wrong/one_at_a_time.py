# Looks right: sync means one at a time. But each request has a thread, and they wait side by side.
SYNC_LAYER = {"threads": 5, "ms": 500}
ASYNC_LAYER = {"threads": 0, "ms": 100}
ASYNC_BY_NAME = {"threads": 0, "ms": 500}
