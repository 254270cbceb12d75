"""What the unit "Streaming responses" says beyond its examples, on native Django."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator

from course_material import run_attempt, run_edited_example
from native_runner import run_natively

UNIT = "streaming"
CONSUMED = "Warning: StreamingHttpResponse must consume synchronous iterators"


def test_a_wrapper_that_reads_the_property_finds_itself() -> None:
    (first, *_) = run_attempt(UNIT, "wrong/reads_itself")
    error = first.responses["A"].server_error
    assert error is not None
    assert "asynchronous generator is already running" in error


def test_a_sync_wrapper_of_an_async_stream_fails_after_the_status() -> None:
    (first, *_) = run_attempt(UNIT, "wrong/sync_generator")
    response = first.responses["A"]
    assert response.status == 200
    assert response.server_error is not None
    assert response.server_error.startswith("TypeError")


def test_the_content_of_a_stream_is_not_there() -> None:
    (first, *_) = run_attempt(UNIT, "seed")
    assert first.statuses == [500]
    assert any("has no `content` attribute" in line for line in first.django_log)


def test_the_solution_changes_each_piece_as_it_passes() -> None:
    first, second = run_attempt(UNIT, "solution")
    assert first.responses["A"].body == "C0C1C2"
    assert second.responses["A"].body == "ABCD"
    assert first.warnings == ()


def test_a_file_response_is_read_to_its_end_under_asgi() -> None:
    view = """
import io
from django.http import FileResponse
async def view(request):
    return FileResponse(io.BytesIO(b"hello"))
"""
    scenario = {"layers": [], "view": view, "requests": [{"id": "A", "path": "/"}]}
    assert any(warning.startswith(CONSUMED) for warning in run_natively(scenario).warnings)


def test_a_wrapper_can_report_what_breaks_in_the_stream() -> None:
    run = run_edited_example(
        UNIT,
        "wrapping",
        (
            "        finally:\n",
            "        except BaseException as error:\n            print(type(error).__name__)\n"
            "            raise\n        finally:\n",
        ),
    )
    assert "CancelledError" in [text for text, _ in run.lines_of("B")]


def test_a_timeout_that_is_open_at_a_yield_cancels_the_consumer() -> None:
    async def pieces() -> AsyncGenerator[int]:
        async with asyncio.timeout(0.05):
            yield 1
            yield 2

    async def consume() -> str:
        async with contextlib.aclosing(pieces()) as stream:
            async for _ in stream:
                try:
                    await asyncio.sleep(0.2)
                except asyncio.CancelledError:
                    return "the consumer was cancelled"
        return "it was not"

    assert asyncio.run(consume()) == "the consumer was cancelled"
