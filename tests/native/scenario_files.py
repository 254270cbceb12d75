"""Reads scenarios: from the JSON of the fidelity files, and from Python modules of our own.

A module is a whole scenario: its docstring is the title, its literal SCENARIO holds the other keys,
where layers are named without the module. What else it needs is found by name: the functions
`view`, `setup` and `main` (a script), and `urlpatterns`.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

MODULE = "stack"
LAYERS = Path(__file__).parents[1] / "fidelity" / "layers.py"
"""Layers that many of the modules share; every one of them may import it."""


class NotAScenario(Exception):
    """A file is no scenario; the message says why, with its name."""


def read_scenarios(path: Path) -> list[dict[str, Any]]:
    """The scenarios of a file, or of all Python modules below a folder.

    Raises NotAScenario for a file that is none.
    """
    if path.is_dir():
        return [_read_module(file, path) for file in sorted(path.rglob("*.py"))]
    if path.suffix == ".py":
        return [_read_module(path, path.parent.parent)]
    try:
        content = json.loads(path.read_text())
    except ValueError as error:
        raise NotAScenario(f"{path} is not JSON: {error}") from error
    if isinstance(content, dict):
        content = content.get("scenarios", [content])
    if not isinstance(content, list):
        raise NotAScenario(f"{path} holds no list of scenarios.")
    return content


def _read_module(path: Path, root: Path) -> dict[str, Any]:
    source = path.read_text()
    tree = ast.parse(source, filename=str(path))
    title = ast.get_docstring(tree)
    literal = _value_of(tree, "SCENARIO")
    if title is None or literal is None:
        raise NotAScenario(f"{path} needs a docstring and SCENARIO = {{...}}.")
    try:
        scenario: dict[str, Any] = ast.literal_eval(literal)
    except ValueError as error:
        raise NotAScenario(f"{path}: SCENARIO must be written out, without names.") from error
    scenario["layers"] = [
        layer if "." in layer else f"{MODULE}.{layer}" for layer in scenario.get("layers", [])
    ]
    scenario.setdefault("requests", [{"id": "A", "path": "/"}])
    functions = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    if "view" in functions:
        scenario["view_entry"] = f"{MODULE}.view"
    if "setup" in functions:
        scenario["setup"] = f"from {MODULE} import setup\n\nsetup()\n"
    if "main" in functions:
        scenario["script"] = f"from {MODULE} import main\n"
        scenario.update(mode="script", requests=[])
    if _value_of(tree, "urlpatterns") is not None:
        scenario["urls"] = f"from {MODULE} import urlpatterns\n"
    return {
        "id": path.relative_to(root).with_suffix("").as_posix(),
        "title": title.partition("\n")[0],
        "files": {f"{MODULE}.py": source, LAYERS.name: LAYERS.read_text()},
        **scenario,
    }


def _value_of(tree: ast.Module, name: str) -> ast.expr | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            return node.value
    return None
