"""The one scheduler of this interpreter."""

from __future__ import annotations

from .scheduler import Scheduler

scheduler = Scheduler()
