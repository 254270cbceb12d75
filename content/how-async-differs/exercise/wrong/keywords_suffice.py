# Looks right: the layer is async, so its waits overlap. But it awaits nothing while it waits.
SYNC_LAYER = {"threads": 5, "milliseconds": 100}
ASYNC_LAYER = {"threads": 0, "milliseconds": 100}
ASYNC_LAYER_SYNC_SLEEP = {"threads": 0, "milliseconds": 100}
