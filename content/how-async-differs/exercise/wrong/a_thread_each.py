# Looks right: what waits at the same time needs threads. But a suspended coroutine needs none.
SYNC_LAYER = {"threads": 5, "milliseconds": 100}
ASYNC_LAYER = {"threads": 5, "milliseconds": 100}
ASYNC_LAYER_SYNC_SLEEP = {"threads": 0, "milliseconds": 500}
