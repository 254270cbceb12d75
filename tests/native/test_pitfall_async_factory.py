"""What the unit "The async def factory" says of servers: whether a loop runs while they import."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

APPLICATION = """
import asyncio
import os


async def application(scope, receive, send): ...


async def set_up(): ...


coroutine = set_up()
try:
    asyncio.run(coroutine)
    outcome = "set up"
except RuntimeError as error:
    coroutine.close()
    outcome = str(error)
os.write(1, f"imported: {outcome}\\n".encode())  # in one piece: two workers write at once
"""


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        ((), "set up"),
        (("--workers", "2"), "asyncio.run() cannot be called from a running event loop"),
    ],
)
def test_uvicorn_imports_before_its_loop_runs_or_inside_it(
    tmp_path: Path, options: tuple[str, ...], outcome: str
) -> None:
    (tmp_path / "site_asgi.py").write_text(APPLICATION)
    command = [sys.executable, "-m", "uvicorn", "site_asgi:application", "--lifespan", "off"]
    with subprocess.Popen(
        [*command, "--port", "0", *options],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        try:
            said = next(line for line in server.stdout if line.startswith("imported: "))
        finally:
            server.terminate()
    assert said.strip() == f"imported: {outcome}"
