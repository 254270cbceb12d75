# Looks right: what waits at the same time needs threads. But a suspended coroutine needs none.
SYNC_LAYER = {"threads": 5, "ms": 100}
ASYNC_LAYER = {"threads": 5, "ms": 100}
ASYNC_BY_NAME = {"threads": 0, "ms": 500}
