"""Runs one job with the runner that its suite is written for."""

from __future__ import annotations

import importlib

from .outcomes import Job, Outcomes


def run_job(job: Job, outcomes: Outcomes) -> None:
    """Runs one module of a suite. Its own runner only is imported: each has needs of its own."""
    suite = importlib.import_module(f"{__package__}.{job['suite']}_suite")
    suite.run(job["folder"], job["module"], outcomes)
