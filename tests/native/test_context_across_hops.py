"""What the unit "Context across hops" says beyond its examples, on native Django."""

from __future__ import annotations

from course_material import example_scenario, run_attempt, run_edited_example
from native_runner import run_natively

UNIT = "context-across-hops"


def test_under_asgi_the_next_request_finds_nothing() -> None:
    run = run_natively({**example_scenario(UNIT, "left-behind"), "mode": "asgi"})
    assert [run.responses[request].body for request in "AB"] == ["acme", "public"]


def test_an_async_layer_leaves_its_variable_behind_under_wsgi_as_well() -> None:
    run = run_edited_example(
        UNIT,
        "left-behind",
        (
            "from contextvars import ContextVar\n",
            "from contextvars import ContextVar\n"
            "from django.utils.decorators import async_only_middleware\n",
        ),
        ("def set_tenant(", "@async_only_middleware\ndef set_tenant("),
        ("    def middleware(", "    async def middleware("),
        ("return get_response(request)", "return await get_response(request)"),
    )
    assert run.responses["B"].body == "acme"


def test_a_local_is_left_behind_as_well() -> None:
    scenario = example_scenario(UNIT, "left-behind")
    scenario["files"]["middleware.py"] = """
from asgiref.local import Local

class tenant:
    local = Local()

    @classmethod
    def get(cls):
        return getattr(cls.local, "name", "public")

def set_tenant(get_response):
    def middleware(request):
        if "X-Tenant" in request.headers:
            tenant.local.name = request.headers["X-Tenant"]
        return get_response(request)
    return middleware
"""
    assert run_natively(scenario).responses["B"].body == "acme"


def test_a_token_in_a_finally_keeps_requests_apart() -> None:
    run = run_edited_example(
        UNIT,
        "left-behind",
        (
            '            tenant.set(request.headers["X-Tenant"])\n',
            '            token = tenant.set(request.headers["X-Tenant"])\n'
            "            try:\n"
            "                return get_response(request)\n"
            "            finally:\n"
            "                tenant.reset(token)\n",
        ),
    )
    assert [run.responses[request].body for request in "AB"] == ["acme", "public"]


VIEW = """
import asyncio, threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from asgiref.sync import sync_to_async
from django.http import HttpResponse
pool = ThreadPoolExecutor(1)
name = ContextVar("name", default="nobody")
async def view(request):
    token = name.set("ann")
    loop = asyncio.get_running_loop()
    log(f"run_in_executor {await loop.run_in_executor(pool, name.get)}")
    in_pool = sync_to_async(name.get, thread_sensitive=False, executor=pool)
    log(f"sync_to_async {await in_pool()}")
    async def reset():
        try:
            name.reset(token)
        except ValueError as error:
            log(f"ValueError {error}")
    await asyncio.create_task(reset())
    return HttpResponse("ok")
"""


def test_an_executor_has_an_empty_context_and_a_token_belongs_to_its_own() -> None:
    run = run_natively({"layers": [], "view": VIEW, "requests": [{"id": "A", "path": "/"}]})
    in_executor, through_bridge, in_task = (text for text, _ in run.lines_of("A"))
    assert in_executor == "run_in_executor nobody"
    assert through_bridge == "sync_to_async ann"
    assert in_task.startswith("ValueError")
    assert "different Context" in in_task


def test_the_solution_knows_whose_request_it_is_in_the_thread() -> None:
    for run in run_attempt(UNIT, "solution"):
        for request in "ABC":
            letter = request.lower()
            assert run.lines_of(request) == [(f"{letter} is {letter}", "w1")]
