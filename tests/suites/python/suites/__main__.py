"""`python -m suites JOB FILE`: runs a job natively and writes its outcomes as JSON to FILE."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .outcomes import Outcomes
from .runner import run_job

_, job, file = sys.argv
outcomes = Outcomes()
run_job(json.loads(job), outcomes)
Path(file).write_text(json.dumps(outcomes.by_id))
