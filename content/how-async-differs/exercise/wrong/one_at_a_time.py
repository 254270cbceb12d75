# Looks right: sync means one at a time. But each request has a thread, and they wait side by side.
SYNC_LAYER = {"threads": 5, "milliseconds": 500}
ASYNC_LAYER = {"threads": 0, "milliseconds": 100}
ASYNC_LAYER_SYNC_SLEEP = {"threads": 0, "milliseconds": 500}
