"""Five requests at once; the layer waits 100 ms for each. Bet first, then run.

threads: in how many threads, beside that of the loop, does the layer run?
milliseconds: when has the last request been answered?
"""

SYNC_LAYER = {"threads": None, "milliseconds": None}
ASYNC_LAYER = {"threads": None, "milliseconds": None}
ASYNC_LAYER_SYNC_SLEEP = {"threads": None, "milliseconds": None}
