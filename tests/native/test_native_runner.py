"""The native runner tells what happened, where, and in which order."""

from __future__ import annotations

from typing import Any

import pytest
from course_material import real_time
from native_runner import Hop, NativeRunError, run_natively

ASYNC_LAYER = """
from django.utils.decorators import async_only_middleware
@async_only_middleware
def Async(get_response):
    print("start-up")
    async def middleware(request):
        print("async in")
        return await get_response(request)
    return middleware
"""
SYNC_LAYER = """
def Sync(get_response):
    def middleware(request):
        log("sync in")
        return get_response(request)
    return middleware
"""
VIEW = """
from django.http import HttpResponse
{keyword}def view(request):
    print("view")
    {body}
    return HttpResponse(request.body, headers={{"X-Seen": request.headers.get("X-Sent", "")}})
"""
ASYNC_VIEW = VIEW.format(keyword="async ", body="pass")
SYNC_VIEW = VIEW.format(keyword="", body="pass")


def scenario(*sources: str, view: str = ASYNC_VIEW, **more: Any) -> dict[str, Any]:
    """A stack of layers over a view, and one request unless others are given."""
    entries = {ASYNC_LAYER: "Async", SYNC_LAYER: "Sync"}
    layers = [{"entry": entries.get(source, "Layer"), "source": source} for source in sources]
    return {"layers": layers, "view": view, "requests": [{"id": "A", "path": "/"}], **more}


def test_a_line_carries_its_request_its_thread_and_the_loop_it_could_see() -> None:
    run = run_natively(scenario(ASYNC_LAYER, SYNC_LAYER))
    assert [(line.request, line.text, line.thread, line.loop) for line in run.log] == [
        (None, "start-up", "main", None),
        ("A", "async in", "loop", "server"),
        ("A", "sync in", "w1", None),
        ("A", "view", "loop", "server"),
    ]


def test_hops_are_listed_in_order_with_djangos_own_marked() -> None:
    run = run_natively(scenario(ASYNC_LAYER, SYNC_LAYER))
    assert run.hops["A"] == (
        Hop("to-thread", "Signal.asend.sync_send", "w1", internal=True),
        Hop("to-thread", "Sync.middleware", "w1", internal=False),
        Hop("to-loop", "ASGIHandler._get_response_async", "w1", internal=False),
        Hop("to-thread", "HttpResponse.close", "w1", internal=True),
    )
    assert run.hop_counts("A") == (1, 1)


def test_the_response_has_status_headers_and_body() -> None:
    request = {
        "id": "A",
        "path": "/?q=1",
        "method": "POST",
        "body": "hello",
        "headers": {"X-Sent": "yes"},
    }
    for mode, view in (("asgi", ASYNC_VIEW), ("wsgi", SYNC_VIEW)):
        run = run_natively(scenario(view=view, requests=[request], mode=mode))
        response = run.responses["A"]
        assert (response.status, response.body, response.headers["X-Seen"]) == (200, "hello", "yes")
        assert response.server_error is None


def test_wsgi_requests_run_in_the_servers_threads_without_a_loop() -> None:
    run = run_natively(scenario(SYNC_LAYER, view=SYNC_VIEW, mode="wsgi"))
    assert [(line.text, line.thread, line.loop) for line in run.log] == [
        ("sync in", "wsgi", None),
        ("view", "wsgi", None),
    ]
    assert run.hops == {}


def test_a_coroutine_under_wsgi_runs_on_a_loop_of_its_own() -> None:
    run = run_natively(scenario(ASYNC_LAYER, view=SYNC_VIEW, mode="wsgi"))
    assert [(line.text, line.thread, line.loop) for line in run.log if line.request] == [
        ("async in", "x1", "private"),
        ("view", "wsgi", None),
    ]


def test_requests_arrive_when_the_scenario_says() -> None:
    requests = [{"id": "A", "path": "/", "at": 0.1}, {"id": "B", "path": "/"}]
    for mode, view in (("asgi", ASYNC_VIEW), ("wsgi", SYNC_VIEW)):
        run = run_natively(scenario(view=view, requests=requests, mode=mode))
        assert [line.request for line in run.log] == ["B", "A"]
        assert run.log[1].seconds >= 0.1


@real_time
def test_the_longest_hold_is_that_of_one_callback_on_the_loop() -> None:
    blocking = VIEW.format(keyword="async ", body="import time; time.sleep(0.1)")
    in_a_thread = VIEW.format(keyword="", body="import time; time.sleep(0.1)")
    assert run_natively(scenario(view=blocking)).longest_hold >= 0.1
    assert run_natively(scenario(view=in_a_thread)).longest_hold < 0.1


def test_a_stack_that_does_not_start_gives_its_error() -> None:
    run = run_natively(scenario("def Layer(get_response): return None"))
    assert run.startup_error is not None
    assert "Middleware factory layer_1.Layer returned None." in run.startup_error
    assert run.responses == {}


def test_what_escapes_django_is_told_apart_from_an_error_page() -> None:
    page = run_natively(scenario(view="def view(request): raise ValueError('boom')"))
    assert page.responses["A"].status == 500
    assert page.responses["A"].server_error is None
    assert page.django_log == ("Internal Server Error: / | ValueError: boom",)
    escaped = run_natively(
        scenario(
            ASYNC_LAYER.replace("def Async", "def Layer").replace(
                "await get_response(request)", "None"
            )
        )
    )
    assert escaped.responses["A"].status is None
    assert str(escaped.responses["A"].server_error).startswith("AttributeError: 'NoneType'")


def test_a_scenario_it_cannot_run_is_refused_and_not_half_run() -> None:
    with pytest.raises(NativeRunError, match="does not know the mode teleport"):
        run_natively(scenario(mode="teleport"))
    with pytest.raises(NativeRunError, match="does not know mystery"):
        run_natively(scenario(mystery=1))


def test_a_run_that_hangs_is_ended() -> None:
    hanging = VIEW.format(keyword="async ", body="import asyncio; await asyncio.Event().wait()")
    with pytest.raises(NativeRunError, match="did not end within"):
        run_natively(scenario(view=hanging), timeout=2)
