"""What the unit "Threads and pools" says beyond its examples, on native Django."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

from course_material import example_scenario, run_edited_example
from native_runner import run_natively

UNIT = "threads-and-pools"


def test_a_pool_without_a_size_has_so_many_threads() -> None:
    with ThreadPoolExecutor() as pool:
        assert pool._max_workers == min(32, (os.cpu_count() or 1) + 4)


def test_the_server_has_a_thread_for_each_request_as_well() -> None:
    run = run_natively({**example_scenario(UNIT, "idle-threads"), "server": "uvicorn"})
    counts = [int(line.text.rpartition(" ")[2]) for line in run.log]
    assert counts == list(range(counts[0], counts[0] + 6))


def test_django_logs_error_responses_from_the_default_pool() -> None:
    view = """
from django.http import HttpResponse
async def view(request):
    return HttpResponse(status=404)
"""
    run = run_natively({"layers": [], "view": view, "requests": [{"id": "A", "path": "/"}]})
    assert ("log_response", "pool") in [(hop.what, hop.thread) for hop in run.hops["A"]]


def test_under_wsgi_the_servers_thread_is_the_thread_sensitive_one() -> None:
    run = run_natively({**example_scenario(UNIT, "one-thread"), "mode": "wsgi"})
    assert ("fetch user", "wsgi") in run.lines_of("A")
    assert ("fetch flags", "wsgi") in run.lines_of("A")
    assert ("loaded", "x1") in run.lines_of("A")


def test_outside_of_requests_all_thread_sensitive_calls_share_one_thread() -> None:
    script = """
import asyncio, threading
from asgiref.sync import sync_to_async

async def main():
    found = {await sync_to_async(threading.get_ident)() for _ in range(3)}
    others = await asyncio.gather(
        *(asyncio.create_task(sync_to_async(threading.get_ident)()) for _ in range(3))
    )
    log(len(found.union(others)))
"""
    run = run_natively({"mode": "script", "script": script, "layers": [], "requests": []})
    assert [line.text for line in run.log] == ["1"]


def test_requests_of_the_async_client_share_one_thread() -> None:
    run = run_natively({**example_scenario(UNIT, "one-thread"), "mode": "async_client"})
    assert {line.thread for line in run.log if line.text.startswith("fetch")} == {"shared"}


def test_a_limit_that_is_made_in_the_factory_counts_for_all_requests() -> None:
    run = run_edited_example(UNIT, "capped", ("Semaphore(2)", "Semaphore(1)"))
    order = [line.request for line in run.log if line.text == "audit in"]
    assert order == list("ABCDEF")
    assert run.seconds > 0.6
