"""What the unit "Writing a simple async middleware" says, on native Django."""

from __future__ import annotations

from typing import Any

import pytest
from course_material import (
    NOT_A_SYNC_FUNCTION,
    answered,
    example_scenario,
    real_time,
    run_attempt,
    run_edited_example,
    run_example,
)
from native_runner import NativeRun, run_natively

UNIT = "simple-async-middleware"
NEVER_AWAITED = "RuntimeWarning: coroutine 'BaseHandler._get_response_async' was never awaited"
NO_CLOSERS = "AttributeError: 'coroutine' object has no attribute '_resource_closers'"


def example(name: str) -> NativeRun:
    return run_example(UNIT, name)


def one_layer(source: str, view: str, **more: Any) -> NativeRun:
    return run_natively(
        {
            "layers": [{"entry": "Layer", "source": source}],
            "view": view,
            "requests": [{"id": "A", "path": "/"}],
            **more,
        }
    )


# Three parts


def test_the_factory_runs_once_before_any_request() -> None:
    for mode in ("asgi", "wsgi"):
        run = run_natively({**example_scenario(UNIT, "first-layer"), "mode": mode})
        assert run.lines_of(None) == [("the factory runs", "main")]
        assert [line.text for line in run.log].index("the factory runs") == 0
        assert sum(line.text == "in" for line in run.log) == 3


def test_the_decorator_sets_two_attributes_and_wraps_nothing() -> None:
    from django.utils.decorators import async_only_middleware

    def factory(get_response: object) -> None: ...

    assert async_only_middleware(factory) is factory
    assert vars(factory) == {"async_capable": True, "sync_capable": False}


# What the await does


@real_time
def test_three_waits_overlap_on_the_loops_thread() -> None:
    run = example("first-layer")
    assert run.statuses == [200, 200, 200]
    in_and_asks = [("in", "loop"), ("view asks", "loop"), ("view answers", "loop")]
    for request, arrival in (("A", 0.0), ("B", 0.04), ("C", 0.08)):
        assert run.lines_of(request)[:3] == in_and_asks
        assert answered(run, request) == pytest.approx(arrival + 0.12, abs=0.06)
        assert int(run.responses[request].headers["X-Elapsed-Ms"]) == pytest.approx(120, abs=60)
        assert run.hop_counts(request) == (0, 0)
    order = [(line.request, line.text) for line in run.log if line.request]
    assert order.index(("C", "view asks")) < order.index(("A", "view answers"))
    assert run.seconds < 0.3


def test_an_await_that_has_nothing_to_wait_for_gives_nobody_else_a_turn() -> None:
    layer = """
from django.utils.decorators import async_only_middleware
@async_only_middleware
def Layer(get_response):
    async def middleware(request):
        log("in")
        response = await get_response(request)
        log("out")
        return response
    return middleware
"""
    view = """
from django.http import HttpResponse
async def view(request):
    log("view")
    return HttpResponse("ok")
"""
    requests = [{"id": one, "path": "/"} for one in "ABC"]
    run = one_layer(layer, view, requests=requests)
    for first in range(0, 9, 3):
        turn = run.log[first : first + 3]
        assert [line.text for line in turn] == ["in", "view", "out"]
        assert len({line.request for line in turn}) == 1


# Must the next layer always be awaited?


def test_neither_layer_awaits_the_next_and_every_view_runs() -> None:
    run = example("handing-on")
    source = example_scenario(UNIT, "handing-on")["files"]["middleware.py"]
    code = source.split('"""')[2]
    assert "await get_response(request)" not in code
    assert run.statuses == [200, 200, 200]
    assert [one.body for one in run.responses.values()] == ["Hello", "Guten Tag", "Bonjour"]
    for request in "ABC":
        assert run.lines_of(request) == [
            ("deadline in", "loop"),
            ("language in", "loop"),
            ("view", "loop"),
            ("deadline out", "loop"),
        ]
    assert run.warnings == ()


def test_a_coroutine_cannot_be_awaited_twice_but_the_next_layer_can_be_called_twice() -> None:
    layer = """
from django.utils.decorators import async_only_middleware
@async_only_middleware
def Layer(get_response):
    async def middleware(request):
        {first}
        await {one}
        return await {two}
    return middleware
"""
    view = """
from django.http import HttpResponse
async def view(request):
    log("view")
    return HttpResponse("ok")
"""
    twice = one_layer(
        layer.format(first="response = get_response(request)", one="response", two="response"), view
    )
    assert twice.statuses == [500]
    assert "RuntimeError: cannot reuse already awaited coroutine" in twice.django_log[0]
    again = one_layer(
        layer.format(first="pass", one="get_response(request)", two="get_response(request)"), view
    )
    assert again.statuses == [200]
    assert [text for text, _ in again.lines_of("A")] == ["view", "view"]


def test_a_forgotten_await_does_not_wait_and_the_view_never_runs() -> None:
    run = example("forgotten-await")
    assert [text for text, _ in run.lines_of("A")] == [
        "before",
        "after",
        "served_by got a coroutine",
    ]
    assert run.statuses == [500]
    assert "TypeError: 'coroutine' object does not support item assignment" in run.django_log[0]
    assert run.warnings == (NEVER_AWAITED,)


def test_putting_the_await_back_brings_the_view_back() -> None:
    run = run_edited_example(
        UNIT, "forgotten-await", ("response = get_response", "response = await get_response")
    )
    texts = [text for text, _ in run.lines_of("A")]
    assert texts == ["before", "view", "after", "served_by got a HttpResponse"]
    assert run.statuses == [200]


def test_a_coroutine_that_no_layer_uses_escapes_to_the_server() -> None:
    run = run_edited_example(
        UNIT, "forgotten-await", ('        response["X-Served-By"] = "web-1"\n', "")
    )
    assert run.responses["A"].status is None
    assert run.responses["A"].server_error == NO_CLOSERS


# A wait that gives the loop back


@real_time
def test_a_blocking_sleep_holds_the_loop_three_times_and_nothing_complains() -> None:
    run = example("holding-the-loop")
    assert run.statuses == [200, 200, 200]
    assert sorted(answered(run, one) for one in "ABC") == pytest.approx([0.2, 0.4, 0.6], abs=0.1)
    assert 0.2 <= run.longest_hold < 0.3
    for request in "ABC":
        assert run.hop_counts(request) == (0, 0)
        assert {thread for _, thread in run.lines_of(request)} == {"loop"}
    assert run.warnings == run.django_log == ()


@real_time
def test_an_awaited_sleep_gives_the_loop_back() -> None:
    run = example("giving-way")
    assert run.statuses == [200, 200, 200]
    for request in "ABC":
        assert answered(run, request) == pytest.approx(0.2, abs=0.1)
    assert run.longest_hold < 0.1


@real_time
def test_the_learners_edit_makes_the_one_example_the_other() -> None:
    edited = run_edited_example(
        UNIT, "holding-the-loop", ("time.sleep(0.2)", "await asyncio.sleep(0.2)")
    )
    assert edited.statuses == [200, 200, 200]
    assert edited.seconds < 0.4


# Two factories that look right


def test_an_async_def_factory_starts_and_every_request_is_a_500() -> None:
    run = example("async-factory")
    assert run.startup_error is None
    assert run.statuses == [500]
    assert run.django_log == (
        "Internal Server Error: /report | TypeError: 'coroutine' object is not callable",
    )
    assert run.hop_counts("A") == (1, 0)


def test_an_undecorated_factory_does_not_start_under_asgi() -> None:
    assert example("undecorated-factory").startup_error == NOT_A_SYNC_FUNCTION


def test_an_undecorated_factory_starts_under_wsgi_and_each_request_dies() -> None:
    scenario = {**example_scenario(UNIT, "undecorated-factory"), "mode": "wsgi"}
    run = run_natively(scenario)
    assert run.startup_error is None
    assert run.responses["A"].server_error == NO_CLOSERS
    assert run.warnings == (
        "RuntimeWarning: coroutine 'timer.<locals>.middleware' was never awaited",
    )


def test_the_class_does_what_the_function_does() -> None:
    as_function, as_class = example("first-layer"), example("class-layer")
    assert as_class.statuses == [200, 200, 200]
    for request in "ABC":
        assert len(as_class.lines_of(request)) == len(as_function.lines_of(request))
        assert as_class.hop_counts(request) == (0, 0)


def test_an_unmarked_class_hides_its_mistake_until_it_raises() -> None:
    unmarked = ("        markcoroutinefunction(self)\n", "")
    raising = ('print("in")', 'raise ValueError("boom")')
    assert run_edited_example(UNIT, "class-layer", unmarked).statuses == [200, 200, 200]
    assert run_edited_example(UNIT, "class-layer", raising).statuses == [500, 500, 500]
    escaped = run_edited_example(UNIT, "class-layer", unmarked, raising)
    assert {one.server_error for one in escaped.responses.values()} == {"ValueError: boom"}


def test_an_async_layer_is_always_given_an_async_next_layer() -> None:
    layer = """
from asgiref.sync import iscoroutinefunction
from django.utils.decorators import async_only_middleware
@async_only_middleware
def Layer(get_response):
    print(iscoroutinefunction(get_response))
    async def middleware(request):
        return await get_response(request)
    return middleware
"""
    sync_view = """
from django.http import HttpResponse
def view(request):
    return HttpResponse("ok")
"""
    for mode in ("asgi", "wsgi"):
        run = one_layer(layer, sync_view, mode=mode)
        assert run.lines_of(None) == [("True", "main")]
        assert run.statuses == [200]


# Your turn


def test_the_seed_starts_and_answers_every_request_with_500() -> None:
    for run in run_attempt(UNIT, "seed"):
        assert run.startup_error is None
        assert set(run.statuses) == {500}


def test_the_solution_is_on_the_loop_and_also_starts_above_a_sync_layer() -> None:
    alone, above = run_attempt(UNIT, "solution")
    assert alone.statuses == [200, 200, 200]
    for request in "ABC":
        assert alone.lines_of(request) == [
            ("Before view", "loop"),
            ("view", "loop"),
            ("After view", "loop"),
        ]
        assert alone.hop_counts(request) == (0, 0)
    assert above.statuses == [200]
    assert above.lines_of("A")[0] == ("Before view", "loop")
    assert alone.warnings == above.warnings == ()


def test_dropping_only_the_async_does_not_start() -> None:
    alone, _ = run_attempt(UNIT, "wrong/plain_factory")
    assert alone.startup_error == NOT_A_SYNC_FUNCTION


def test_a_decorated_async_def_factory_lets_the_error_escape() -> None:
    alone, _ = run_attempt(UNIT, "wrong/decorated_coroutine")
    assert alone.startup_error is None
    assert alone.statuses == [None, None, None]
    assert "'coroutine' object is not callable" in alone.django_log[0]


def test_an_all_sync_layer_answers_from_a_thread() -> None:
    alone, above = run_attempt(UNIT, "wrong/all_sync")
    assert alone.statuses == [200, 200, 200]
    assert above.statuses == [200]
    assert alone.lines_of("A")[0] == ("Before view", "w1")
    assert alone.hop_counts("A") == (1, 1)


def test_a_hybrid_in_name_only_works_alone_and_does_not_start_above_a_sync_layer() -> None:
    alone, above = run_attempt(UNIT, "wrong/hybrid_in_name")
    assert alone.statuses == [200, 200, 200]
    assert above.startup_error == NOT_A_SYNC_FUNCTION
