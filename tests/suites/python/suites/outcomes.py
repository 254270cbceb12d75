"""What became of each test, by its id."""

from __future__ import annotations

from typing import Literal, TypedDict

Kind = Literal["passed", "failed", "skipped"]


class Outcome(TypedDict):
    """`detail` is the reason of a skip, or the end of a failure's report."""

    kind: Kind
    detail: str


class Job(TypedDict):
    """One module of a suite: `folder` is where its source distribution was unpacked."""

    suite: Literal["asgiref", "django"]
    folder: str
    module: str


_WORSE: dict[Kind, int] = {"passed": 0, "skipped": 1, "failed": 2}
_DETAIL = 6_000  # characters: the end of a traceback says most


class Outcomes:
    """Collects outcomes; of a test that reports more than once (its tear-down), the worst."""

    def __init__(self) -> None:
        self.by_id: dict[str, Outcome] = {}
        self.running: str | None = None

    def add(self, test: str, kind: Kind, detail: str = "") -> None:
        """Notes what became of `test`."""
        known = self.by_id.get(test)
        if known is None or _WORSE[kind] > _WORSE[known["kind"]]:
            self.by_id[test] = {"kind": kind, "detail": detail[-_DETAIL:]}
