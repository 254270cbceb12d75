"""Five requests at once; the layer waits 100 ms for each.

threads: in how many, beside that of the loop, does the
layer run? ms: when has the last request been answered?
"""

SYNC_LAYER = {"threads": None, "ms": None}
ASYNC_LAYER = {"threads": None, "ms": None}
ASYNC_BY_NAME = {"threads": None, "ms": None}
