"""What the unit "Declaring what a layer can do" says beyond its examples, on native Django."""

from __future__ import annotations

from course_material import NOT_A_SYNC_FUNCTION, example_scenario, run_edited_example
from native_runner import NativeRun, run_natively

UNIT = "declaring-layers"


def test_the_debug_log_names_the_layer_above_each_bridge() -> None:
    run = run_natively(example_scenario(UNIT, "which-form"))
    assert list(run.django_log) == [
        "Asynchronous handler adapted for middleware middleware.audit.",
        "Synchronous handler adapted for middleware middleware.timer.",
    ]


def test_a_layer_that_is_not_used_is_logged_in_debug_only() -> None:
    assert run_natively(example_scenario(UNIT, "not-used")).django_log == ()
    settings = "if not settings.DEBUG:"
    scenario = example_scenario(UNIT, "not-used")
    source = scenario["files"]["middleware.py"].replace(settings, "if settings.DEBUG:")
    scenario["files"]["middleware.py"] = source
    run = run_natively({**scenario, "settings": {"DEBUG": True}})
    told = "MiddlewareNotUsed('middleware.query_panel'): for developers only"
    assert told in run.django_log


def test_every_instance_marked_does_not_start_above_a_sync_layer() -> None:
    run = run_edited_example(
        UNIT,
        "class-in-both-forms",
        (
            "        if self.is_async:\n            markcoroutinefunction(self)",
            "        markcoroutinefunction(self)",
        ),
    )
    assert run.startup_error == NOT_A_SYNC_FUNCTION


WRAPPED = """
import functools
from django.utils.decorators import async_only_middleware

def announced(factory):
    {wraps}
    def wrapper(get_response):
        log("built")
        return factory(get_response)
    return wrapper

@announced
@async_only_middleware
def Layer(get_response):
    async def middleware(request):
        return await get_response(request)
    return middleware
"""


def wrapped_layer(wraps: str) -> NativeRun:
    return run_natively(
        {
            "layers": [{"entry": "Layer", "source": WRAPPED.format(wraps=wraps)}],
            "view": "from django.http import HttpResponse\n"
            "async def view(request):\n    return HttpResponse('ok')\n",
            "requests": [{"id": "A", "path": "/"}],
        }
    )


def test_a_decorator_loses_the_flags_unless_it_copies_them() -> None:
    assert wrapped_layer("").startup_error == NOT_A_SYNC_FUNCTION
    assert wrapped_layer("@functools.wraps(factory)").statuses == [200]


def test_a_mixin_with_an_async_form_keeps_its_sync_form_under_wsgi() -> None:
    run = run_natively({**example_scenario(UNIT, "mixin-on-the-loop"), "mode": "wsgi"})
    assert ("Timer in", "wsgi") in run.lines_of("A")
    assert ("Timer out", "wsgi") in run.lines_of("A")
