"""A cache across the network: each answer takes 100 ms."""

import time

from django.core.cache.backends.locmem import LocMemCache


class SlowCache(LocMemCache):
    def get(self, key, default=None, version=None):
        time.sleep(0.1)
        return super().get(key, default, version)
