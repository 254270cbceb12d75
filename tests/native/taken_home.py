"""A project as the playground hands it out, unpacked and served by uvicorn in its own process."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]
LISTENING = re.compile(r"running on http://127\.0\.0\.1:(\d+)")
PATIENCE = 30
"""Seconds after which a server or a test run that does not end is stopped."""


@dataclass(frozen=True)
class Answer:
    """What the client saw of one response."""

    status: int
    body: str


@dataclass(frozen=True)
class Served:
    """What became of a scenario's requests, and what the project printed."""

    answers: dict[str, Answer]
    lines: list[str]


def take_home(example: str, folder: Path) -> Path:
    """Have the zip of an example ('unit/name') made, unpack it, and return the project's folder."""
    node = ROOT / "node_modules" / ".bin" / "node"
    script = ROOT / "scripts" / "take-home.mjs"
    subprocess.run([node, script, example, folder], check=True, capture_output=True)
    with zipfile.ZipFile(folder / "django-project.zip") as archive:
        archive.extractall(folder)
    return folder / "django-project"


def _environment() -> dict[str, str]:
    """The packages of this very Python, named so that they are found from another folder."""
    packages = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path if entry)
    return {**os.environ, "PYTHONPATH": packages, "PYTHONUNBUFFERED": "1"}


def run_its_tests(project: Path) -> subprocess.CompletedProcess[str]:
    """`python manage.py test` in the project's folder."""
    command = [sys.executable, "manage.py", "test"]
    return subprocess.run(
        command,
        cwd=project,
        env=_environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


def serve(project: Path, requests: list[dict[str, Any]]) -> Served:
    """Start the server by the command of the README and send it the requests at their times."""
    with _uvicorn(project) as (server, port):
        answers = asyncio.run(_send_all(requests, port))
        server.send_signal(signal.SIGINT)
        printed, _ = server.communicate(timeout=PATIENCE)
    return Served(answers, printed.splitlines())


@contextmanager
def _uvicorn(project: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = re.search(r"python -m uvicorn (.+)", (project / "README.md").read_text())
    assert command is not None, "the README does not say how to run it"
    arguments = [*command[1].split(), "--port", "0", "--no-access-log"]
    with subprocess.Popen(
        [sys.executable, "-m", "uvicorn", *arguments],
        cwd=project,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield server, _port_of(server)
        finally:
            server.kill()


def _port_of(server: subprocess.Popen[str]) -> int:
    """The port, once uvicorn says that it listens."""
    assert server.stderr is not None
    said = []
    for line in server.stderr:
        if listening := LISTENING.search(line):
            return int(listening[1])
        said.append(line)
    raise AssertionError("uvicorn did not start:\n" + "".join(said))


async def _send_all(requests: list[dict[str, Any]], port: int) -> dict[str, Answer]:
    # Without a proxy that the machine's environment may name.
    async with httpx.AsyncClient(trust_env=False, verify=False, timeout=PATIENCE) as client:
        answers = await asyncio.gather(*(_send(client, one, port) for one in requests))
    return {one["id"]: answer for one, answer in zip(requests, answers, strict=True)}


async def _send(client: httpx.AsyncClient, request: dict[str, Any], port: int) -> Answer:
    await asyncio.sleep(request.get("at", 0))
    response = await client.request(
        request.get("method", "GET"),
        f"http://127.0.0.1:{port}{request['path']}",
        headers={"host": "testserver", **request.get("headers", {})},
        content=request.get("body"),
    )
    return Answer(response.status_code, response.text)
