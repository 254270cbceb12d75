"""The native runner knows every mode of a scenario, and every way in which a client behaves."""

from __future__ import annotations

from typing import Any

import pytest
from native_runner import NativeRun, run_natively

VIEW = """
import asyncio
from django.http import HttpResponse
async def view(request):
    log(request.body.decode())
    try:
        await asyncio.sleep(0.2)
    except asyncio.CancelledError:
        log("cancelled")
        raise
    return HttpResponse("ok")
"""
BROKEN = "async def view(request): raise ValueError('boom')"


def run(view: str = VIEW, server: str = "plain", **request: Any) -> NativeRun:
    """One request to a view without layers."""
    requests = [{"id": "A", "path": "/", **request}]
    return run_natively({"layers": [], "view": view, "requests": requests, "server": server})


@pytest.mark.parametrize("server", ["plain", "uvicorn"])
def test_a_body_may_come_in_pieces(server: str) -> None:
    result = run(server=server, method="POST", body_chunks=[[0, "one "], [0.1, "two"]])
    assert [line.text for line in result.log] == ["one two"]
    assert result.log[0].seconds >= 0.1
    assert result.statuses == [200]


@pytest.mark.parametrize("server", ["plain", "uvicorn"])
def test_a_client_that_goes_away_cancels_the_view(server: str) -> None:
    result = run(server=server, disconnect_after=0.05)
    assert [line.text for line in result.log] == ["", "cancelled"]
    assert result.statuses == [None]
    assert result.responses["A"].done < 0.2


@pytest.mark.parametrize("server", ["plain", "uvicorn"])
def test_a_client_may_go_away_while_it_sends(server: str) -> None:
    result = run(server=server, method="POST", body_chunks=[[0, "one"], [0.1, None]])
    assert result.log == ()
    assert result.statuses == [None]


def test_through_uvicorn_the_client_sees_what_django_sent() -> None:
    view = """
from django.http import HttpResponse
async def view(request):
    return HttpResponse(request.headers.get("X-Sent"), headers={"X-Seen": "yes"})
"""
    response = run(view, "uvicorn", headers={"X-Sent": "hello"}).responses["A"]
    assert (response.status, response.body) == (200, "hello")
    assert response.headers["x-seen"] == "yes"
    assert "server" not in response.headers


def test_through_uvicorn_what_escapes_django_is_no_error_page() -> None:
    layer = "def Layer(get_response): return lambda request: None"
    result = run_natively(
        {
            "layers": [{"entry": "Layer", "source": layer}],
            "view": VIEW,
            "requests": [{"id": "A", "path": "/"}],
            "server": "uvicorn",
        }
    )
    assert result.statuses == [None]
    assert str(result.responses["A"].server_error).startswith("AttributeError: 'NoneType'")


def test_djangos_own_client_runs_in_one_thread() -> None:
    requests = [{"id": "A", "path": "/"}, {"id": "B", "path": "/"}]
    view = """
from django.http import HttpResponse
def view(request):
    log("view")
    return HttpResponse()
"""
    result = run_natively(
        {"layers": [], "view": view, "requests": requests, "mode": "async_client"}
    )
    assert [line.thread for line in result.log] == ["shared", "shared"]


def test_djangos_own_client_raises_what_the_view_raised() -> None:
    common = {"layers": [], "view": BROKEN, "mode": "async_client"}
    requests = [{"id": "A", "path": "/"}]
    raised = run_natively({**common, "requests": requests}).responses["A"]
    assert (raised.status, raised.server_error) == (None, "ValueError: boom")
    page = run_natively({**common, "requests": requests, "raise_request_exception": False})
    assert page.statuses == [500]


def test_a_script_is_awaited() -> None:
    script = "async def main(): log('main')"
    result = run_natively({"layers": [], "requests": [], "mode": "script", "script": script})
    assert [(line.request, line.text, line.thread) for line in result.log] == [
        ("A", "main", "loop")
    ]


def test_a_scenario_may_ask_for_a_database() -> None:
    setup = """
from django.db import connection, models
class Item(models.Model):
    class Meta:
        app_label = "shop"
with connection.schema_editor() as editor:
    editor.create_model(Item)
"""
    view = """
from django.http import HttpResponse
async def view(request):
    from scn_setup import Item
    return HttpResponse(str(await Item.objects.acount()))
"""
    result = run_natively(
        {
            "layers": [],
            "setup": setup,
            "view": view,
            "requests": [{"id": "A", "path": "/"}],
            "settings": {"_sqlite": True, "_db": {"CONN_MAX_AGE": 60}},
        }
    )
    assert result.responses["A"].body == "0"


def test_what_nobody_takes_is_noted() -> None:
    view = """
import asyncio
from django.http import HttpResponse
async def job(): raise ValueError("lost")
async def view(request):
    asyncio.create_task(job())
    return HttpResponse()
"""
    result = run_natively(
        {"layers": [], "view": view, "requests": [{"id": "A", "path": "/"}], "linger": 0.05}
    )
    (error,) = result.loop_errors
    assert (error.message, error.error) == (
        "Task exception was never retrieved",
        "ValueError: lost",
    )
