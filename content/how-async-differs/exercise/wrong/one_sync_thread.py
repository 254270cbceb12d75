# Looks right: sync code has to share a thread. But it shares it with its own request only.
SYNC_LAYER = {"threads": 1, "ms": 100}
ASYNC_LAYER = {"threads": 0, "ms": 100}
ASYNC_BY_NAME = {"threads": 0, "ms": 500}
