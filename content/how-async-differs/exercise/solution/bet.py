SYNC_LAYER = {"threads": 5, "milliseconds": 100}
ASYNC_LAYER = {"threads": 0, "milliseconds": 100}
ASYNC_LAYER_SYNC_SLEEP = {"threads": 0, "milliseconds": 500}
