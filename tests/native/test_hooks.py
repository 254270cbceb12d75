"""What the unit "Hooks around the view" says beyond its examples, on native Django."""

from __future__ import annotations

from typing import Any

from native_runner import NativeRun, run_natively

LAYER = """
class Layer:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        log(f"in, {request.resolver_match}")
        response = self.get_response(request)
        log(f"out, {response.status_code}")
        return response
"""
HOOK = """
    def process_view(self, request, view_func, view_args, view_kwargs):
        log(f"hook, {view_func.__name__}")
"""
ASYNC_HOOK = HOOK.replace("def ", "async def ")
OK_VIEW = """
from django.http import HttpResponse
async def view(request):
    return HttpResponse("ok")
"""


def one_layer(source: str, view: str = OK_VIEW, **more: Any) -> NativeRun:
    return run_natively(
        {
            "layers": [{"entry": "Layer", "source": source}],
            "view": view,
            "requests": [{"id": "A", "path": "/"}],
            **more,
        }
    )


def test_a_layer_on_its_way_in_does_not_know_the_view_and_a_hook_does() -> None:
    lines = [text for text, _ in one_layer(LAYER + HOOK).lines_of("A")]
    assert lines == ["in, None", "hook, view", "out, 200"]


def test_a_sync_hook_of_a_sync_layer_hops_once_more_and_an_async_one_does_not() -> None:
    assert one_layer(LAYER).hop_counts("A") == (1, 1)
    assert one_layer(LAYER + HOOK).hop_counts("A") == (2, 1)
    assert one_layer(LAYER + ASYNC_HOOK).hop_counts("A") == (1, 1)


def test_an_error_of_rendering_reaches_the_exception_hook() -> None:
    hook = """
    def process_exception(self, request, exception):
        log(f"hook, {type(exception).__name__}")
"""
    view = """
from django.template.response import TemplateResponse
async def view(request):
    return TemplateResponse(request, "missing.html")
"""
    lines = [text for text, _ in one_layer(LAYER + hook, view).lines_of("A")]
    assert lines == ["in, None", "hook, TemplateDoesNotExist", "out, 500"]


def test_a_template_hook_that_forgets_to_return_is_named() -> None:
    hook = """
    def process_template_response(self, request, response):
        pass
"""
    view = """
from django.template.response import TemplateResponse
async def view(request):
    return TemplateResponse(request, "page.html", {})
"""
    run = one_layer(LAYER + hook, view)
    assert run.statuses == [500]
    assert any("Layer.process_template_response didn't return" in line for line in run.django_log)


def test_under_wsgi_a_sync_hook_is_free_and_an_async_one_has_a_loop_of_its_own() -> None:
    sync_view = OK_VIEW.replace("async def", "def")
    assert one_layer(LAYER + HOOK, sync_view, mode="wsgi").hop_counts("A") == (0, 0)
    run = one_layer(LAYER + ASYNC_HOOK, sync_view, mode="wsgi")
    assert run.hop_counts("A") == (0, 1)
    assert ("hook, view", "x1") in run.lines_of("A")


def test_djangos_csrf_layer_hops_for_its_view_hook() -> None:
    run = run_natively(
        {
            "layers": ["django.middleware.csrf.CsrfViewMiddleware"],
            "view": OK_VIEW,
            "requests": [{"id": "A", "path": "/"}],
        }
    )
    assert "CsrfViewMiddleware.process_view" in [hop.what for hop in run.hops["A"]]
