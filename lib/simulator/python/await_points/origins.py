"""Who wrote a piece of code, told by its file name."""

from __future__ import annotations

from functools import cache

_LIBRARIES = ("/python314.zip/", "/python3.14/")
LEARNER_PREFIX = "/learner/"  # file names of learner modules; nothing is stored there


@cache
def origin_of(filename: str) -> tuple[str, str]:
    """(file as shown, origin) of a code object's file name.

    Learner files are shown by their own path ('layer_1.py'), framework code by its dotted module.
    """
    if filename.startswith(LEARNER_PREFIX):
        return filename[len(LEARNER_PREFIX) :], "learner"
    if "/await_points/" in filename:
        return _module(filename, "await_points"), "simulator"
    if "/django/" in filename:
        return _module(filename, "django"), "django"
    if filename.startswith("<") and not filename.startswith("<frozen"):
        return filename, "library"
    for package in ("asgiref", "httpx", "httpcore", "anyio", "sqlparse"):
        if f"/{package}/" in filename:
            return _module(filename, package), "library"
    for library in _LIBRARIES:
        _, found, rest = filename.rpartition(library)
        if found:
            return _dotted(rest), "library"
    return _dotted(filename.rpartition("/")[2]), "library"


def _module(filename: str, package: str) -> str:
    return package + "." + _dotted(filename.rpartition(f"/{package}/")[2])


def _dotted(path: str) -> str:
    path = path.removeprefix("site-packages/")
    return path.removesuffix(".py").removesuffix("/__init__").strip("/").replace("/", ".")
