# Looks right: sync code has to share a thread. But it shares it with its own request only.
SYNC_LAYER = {"threads": 1, "milliseconds": 100}
ASYNC_LAYER = {"threads": 0, "milliseconds": 100}
ASYNC_LAYER_SYNC_SLEEP = {"threads": 0, "milliseconds": 500}
