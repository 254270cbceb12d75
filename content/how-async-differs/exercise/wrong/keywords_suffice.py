# Looks right: the layer is async, so its waits overlap. But it awaits nothing while it waits.
SYNC_LAYER = {"threads": 5, "ms": 100}
ASYNC_LAYER = {"threads": 0, "ms": 100}
ASYNC_BY_NAME = {"threads": 0, "ms": 100}
