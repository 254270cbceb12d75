"""Scenarios are read from the files of others and from modules of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scenario_files import NotAScenario, read_scenarios

MODULE = '''"""A title.

And more words.
"""

SCENARIO = {"layers": ["Top", "django.middleware.gzip.GZipMiddleware"], "linger": 0.1}
'''


def written(folder: Path, source: str) -> Path:
    """A module of the family `order`."""
    path = folder / "order" / "top.py"
    path.parent.mkdir()
    path.write_text(source)
    return path


def test_a_module_is_a_scenario(tmp_path: Path) -> None:
    source = MODULE + "\n\nasync def view(request): ...\ndef setup(): ...\n"
    (scenario,) = read_scenarios(written(tmp_path, source))
    assert scenario["id"] == "order/top"
    assert scenario["title"] == "A title."
    assert scenario["layers"] == ["stack.Top", "django.middleware.gzip.GZipMiddleware"]
    assert scenario["requests"] == [{"id": "A", "path": "/"}]
    assert scenario["view_entry"] == "stack.view"
    assert scenario["setup"] == "from stack import setup\n\nsetup()\n"
    assert scenario["linger"] == 0.1
    assert scenario["files"]["stack.py"] == source
    assert "script" not in scenario


def test_a_folder_is_all_its_modules(tmp_path: Path) -> None:
    written(tmp_path, MODULE)
    assert [one["id"] for one in read_scenarios(tmp_path)] == ["order/top"]


def test_a_main_makes_a_script_without_requests(tmp_path: Path) -> None:
    (scenario,) = read_scenarios(written(tmp_path, MODULE + "\n\nasync def main(): ...\n"))
    assert (scenario["mode"], scenario["requests"]) == ("script", [])


@pytest.mark.parametrize("wrap", [lambda one: {"scenarios": [one]}, lambda one: [one], dict])
def test_a_file_holds_scenarios_in_three_forms(tmp_path: Path, wrap: type) -> None:
    path = tmp_path / "scenarios.json"
    path.write_text(json.dumps(wrap({"id": "a"})))
    assert read_scenarios(path) == [{"id": "a"}]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("broken.json", "{", "is not JSON"),
        ("number.json", "7", "holds no list of scenarios"),
        ("plain.py", "x = 1\n", "needs a docstring and SCENARIO"),
    ],
)
def test_what_is_no_scenario_is_refused(tmp_path: Path, name: str, text: str, reason: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(NotAScenario, match=reason):
        read_scenarios(path)
