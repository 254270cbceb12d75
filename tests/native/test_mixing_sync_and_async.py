"""What the unit "Mixing sync and async middleware" says, on native Django."""

from __future__ import annotations

import statistics

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

UNIT = "mixing-sync-and-async"


def example(name: str) -> NativeRun:
    return run_example(UNIT, name)


# A bridge at every border


def test_each_layer_of_a_mixed_stack_runs_where_it_belongs() -> None:
    run = example("mixed-stack")
    assert run.statuses == [200, 200, 200]
    assert [one.body for one in run.responses.values()] == [
        "report for acme",
        "report for bolt",
        "report for cedar",
    ]
    for request in "ABC":
        assert run.lines_of(request) == [
            ("timer in", "loop"),
            ("tenant in", "w1"),
            ("audit in", "w1"),
            ("flags in", "loop"),
            ("view", "loop"),
            ("flags out", "loop"),
            ("audit out", "w1"),
            ("tenant out", "w1"),
            ("timer out", "loop"),
        ]


def test_adjacent_sync_layers_share_a_hop() -> None:
    run = example("mixed-stack")
    for request in "ABC":
        assert run.hop_counts(request) == (1, 1)
        own = [(hop.direction, hop.what) for hop in run.hops[request] if not hop.internal]
        assert own == [("to-thread", "tenant.middleware"), ("to-loop", "flags.middleware")]


def test_the_way_back_to_the_loop_makes_a_new_task() -> None:
    name_of_the_task = 'import asyncio; print("task", asyncio.current_task().get_name())'
    run = run_edited_example(
        UNIT,
        "mixed-stack",
        ('print("timer in")', name_of_the_task),
        ('print("flags in")', name_of_the_task),
    )
    first, second = (text for text, _ in run.lines_of("A") if text.startswith("task"))
    assert first != second


@real_time
def test_the_three_requests_of_the_mixed_stack_overlap() -> None:
    run = example("mixed-stack")
    order = [(line.request, line.text) for line in run.log]
    assert order.index(("C", "view")) < order.index(("A", "flags out"))
    assert run.longest_hold < 0.05


def test_django_crosses_twice_for_itself_whatever_the_stack() -> None:
    for name in ("mixed-stack", "alternating", "all-sync", "hybrid", "blocking-in-a-coroutine"):
        internal = [hop.what for hop in example(name).hops["A"] if hop.internal]
        assert internal == ["Signal.asend.sync_send", "HttpResponse.close"], name


# What a hop costs


@real_time
def test_a_hop_takes_a_fraction_of_a_millisecond() -> None:
    scenario = example_scenario(UNIT, "mixed-stack")
    template = scenario["requests"][0]
    scenario["requests"] = [{**template, "id": f"R{n}", "at": n * 0.005} for n in range(40)]
    run = run_natively(scenario)
    times = {(line.request, line.text): line.seconds for line in run.log}
    hops = [times[f"R{n}", "tenant in"] - times[f"R{n}", "timer in"] for n in range(40)]
    assert statistics.median(hops) < 0.001


def test_every_waiting_request_with_a_sync_layer_holds_a_thread_without_limit() -> None:
    count_threads = 'import threading; print("threads", threading.active_count())'
    scenario = example_scenario(UNIT, "mixed-stack")
    files = scenario["files"]
    files["middleware.py"] = files["middleware.py"].replace('print("audit out")', count_threads)
    files["views.py"] = files["views.py"].replace("sleep(0.1)", "sleep(1)")
    template = scenario["requests"][0]
    scenario["requests"] = [{**template, "id": f"R{n}"} for n in range(100)]
    run = run_natively(scenario)
    assert set(run.statuses) == {200}
    counts = [int(line.text.split()[1]) for line in run.log if line.text.startswith("threads")]
    assert max(counts) > 100


# The order decides


def test_alternating_layers_hop_at_every_border_and_always_to_the_same_thread() -> None:
    run = example("alternating")
    assert run.statuses == [200, 200, 200]
    for request in "ABC":
        assert run.hop_counts(request) == (2, 2)
        assert run.lines_of(request)[:5] == [
            ("timer in", "loop"),
            ("tenant in", "w1"),
            ("flags in", "loop"),
            ("audit in", "w1"),
            ("view", "loop"),
        ]


def test_alternating_differs_from_mixed_in_the_order_only() -> None:
    mixed, alternating = (example_scenario(UNIT, name) for name in ("mixed-stack", "alternating"))
    assert mixed["files"] == alternating["files"]
    assert sorted(mixed["layers"]) == sorted(alternating["layers"])
    assert mixed["layers"] != alternating["layers"]


def test_an_all_sync_stack_makes_two_hops_and_one_under_asgi_and_none_under_wsgi() -> None:
    run = example("all-sync")
    assert run.statuses == [200, 200, 200]
    for request in "ABC":
        assert run.hop_counts(request) == (2, 1)
        assert {thread for _, thread in run.lines_of(request)} == {"w1"}
    under_wsgi = run_natively({**example_scenario(UNIT, "all-sync"), "mode": "wsgi"})
    assert under_wsgi.statuses == [200, 200, 200]
    assert under_wsgi.hops == {}


# Does a sync layer block the loop?


@real_time
def test_a_sync_layer_that_blocks_does_not_delay_the_health_check() -> None:
    run = example("sync-layer-waits")
    assert run.statuses == [200, 200, 200]
    assert answered(run, "C") == pytest.approx(0.05, abs=0.04)
    assert answered(run, "A") == pytest.approx(0.15, abs=0.06)
    assert answered(run, "B") == pytest.approx(0.17, abs=0.06)
    assert run.longest_hold < 0.05


def test_the_same_call_in_a_coroutine_delays_everybody() -> None:
    run = example("blocking-in-a-coroutine")
    assert run.statuses == [200, 200, 200]
    assert answered(run, "C") >= 0.15
    assert run.seconds >= 0.3
    assert run.longest_hold >= 0.15
    assert {hops for request in "ABC" for hops in [run.hop_counts(request)]} == {(0, 0)}


@real_time
def test_sending_only_the_slow_call_to_the_thread_frees_the_loop() -> None:
    run = run_edited_example(
        UNIT,
        "blocking-in-a-coroutine",
        ("import time\n", "import time\nfrom asgiref.sync import sync_to_async\n"),
        (
            "            ask_licence_server()",
            "            await sync_to_async(ask_licence_server)()",
        ),
    )
    assert run.statuses == [200, 200, 200]
    assert answered(run, "C") == pytest.approx(0.05, abs=0.04)
    assert run.lines_of("A")[0] == ("licence asks", "loop")
    assert run.hop_counts("A") == (1, 0)
    assert run.longest_hold < 0.05


# One layer, both forms


def test_a_hybrid_takes_the_form_of_what_lies_below_it() -> None:
    run = example("hybrid")
    assert run.statuses == [200, 200, 200]
    for request in "ABC":
        assert run.lines_of(request) == [
            ("trace in, sync form", "w1"),
            ("audit in", "w1"),
            ("trace in, async form", "loop"),
            ("view", "loop"),
            ("trace out, async form", "loop"),
            ("audit out", "w1"),
            ("trace out, sync form", "w1"),
        ]
        assert run.hop_counts(request) == (1, 1)


def test_the_form_is_chosen_at_start_up_from_the_bottom_up() -> None:
    run = run_edited_example(
        UNIT,
        "hybrid",
        (
            "def trace(get_response):\n",
            "def trace(get_response):\n    print(iscoroutinefunction(get_response))\n",
        ),
    )
    assert run.lines_of(None) == [("True", "main"), ("False", "main")]


def test_a_row_of_hybrids_goes_to_the_thread_up_to_the_first_async_only_layer() -> None:
    scenario = example_scenario(UNIT, "hybrid")
    scenario["files"]["timer.py"] = example_scenario(UNIT, "mixed-stack")["files"]["middleware.py"]
    trace, audit = "middleware.trace", "middleware.audit"
    scenario["layers"] = [trace, "timer.timer", trace, trace, audit]
    run = run_natively(scenario)
    assert run.lines_of("A")[:5] == [
        ("trace in, async form", "loop"),
        ("timer in", "loop"),
        ("trace in, sync form", "w1"),
        ("trace in, sync form", "w1"),
        ("audit in", "w1"),
    ]
    assert run.hop_counts("A") == (1, 1)


def test_a_hybrid_above_a_sync_layer_costs_no_hop() -> None:
    scenario = example_scenario(UNIT, "hybrid")
    scenario["layers"] = ["middleware.audit"]
    without = run_natively(scenario)
    assert without.hop_counts("A") == example("hybrid").hop_counts("A")


def test_a_sync_layer_above_its_hybrids_leaves_them_on_the_loop() -> None:
    scenario = example_scenario(UNIT, "hybrid")
    scenario["layers"] = ["middleware.audit", "middleware.trace", "middleware.trace"]
    run = run_natively(scenario)
    forms = [text for text, _ in run.lines_of("A") if text.startswith("trace in")]
    assert forms == ["trace in, async form"] * 2


def test_the_debug_log_names_the_layers_above_a_bridge_and_not_the_server() -> None:
    expected = {
        "mixed-stack": [
            "Asynchronous handler adapted for middleware middleware.audit.",
            "Synchronous handler adapted for middleware middleware.timer.",
        ],
        "all-sync": ["Asynchronous handler adapted for middleware middleware.audit."],
    }
    for name, lines in expected.items():
        run = run_natively({**example_scenario(UNIT, name), "settings": {"DEBUG": True}})
        assert [line for line in run.django_log if "adapted" in line] == lines


# Your turn


def test_the_seed_works_everywhere_and_hops_where_the_world_is_async() -> None:
    runs = run_attempt(UNIT, "seed")
    assert [run.statuses for run in runs] == [[200]] * 4
    assert [run.hop_counts("A") for run in runs] == [(1, 1), (1, 1), (0, 0), (1, 1)]


def test_the_solution_is_right_in_four_stacks() -> None:
    runs = run_attempt(UNIT, "solution")
    assert [run.statuses for run in runs] == [[200]] * 4
    assert [run.hop_counts("A") for run in runs] == [(0, 0), (1, 1), (0, 0), (2, 0)]
    threads = [dict(run.lines_of("A"))["Dual in"] for run in runs]
    assert threads == ["loop", "w1", "wsgi", "loop"]
    order = [text for text, _ in runs[3].lines_of("A")]
    assert order[0] == "Old process_request"
    assert order[-1] == "Old process_response"
    assert all(run.warnings == () for run in runs)


def test_an_always_async_hybrid_does_not_start_above_a_sync_layer() -> None:
    over_view, above_legacy, under_wsgi, _ = run_attempt(UNIT, "wrong/always_async")
    assert over_view.statuses == [200]
    assert above_legacy.startup_error == NOT_A_SYNC_FUNCTION
    assert under_wsgi.responses["A"].server_error is not None


def test_an_async_only_layer_stays_on_the_loop_and_needs_one_under_wsgi() -> None:
    runs = run_attempt(UNIT, "wrong/async_only")
    assert [run.statuses for run in runs] == [[200]] * 4
    assert dict(runs[1].lines_of("A"))["Dual in"] == "loop"
    assert runs[2].hop_counts("A") == (1, 1)


def test_a_function_that_passes_the_coroutine_on_deceives_the_mixin_above() -> None:
    runs = run_attempt(UNIT, "wrong/coroutine_passed_on")
    assert [run.statuses for run in runs] == [[200]] * 4
    below_mixin = [text for text, _ in runs[3].lines_of("A")]
    assert below_mixin.index("Old process_response") < below_mixin.index("view")


def test_one_body_for_both_forms_crosses_twice_as_often() -> None:
    runs = run_attempt(UNIT, "wrong/one_body")
    assert [run.statuses for run in runs] == [[200]] * 4
    assert runs[1].hop_counts("A") == (2, 2)
    assert runs[2].hop_counts("A") == (1, 1)
