"""Trims and compiles what the runtime carries: the standard library, Django, httpx, the engine.

Runs inside Pyodide, so the compiler is the one whose bytecode it is. Sources stay behind: a `.pyc`
that lies where its source would be imports without it, and faster. So do docstrings, which nothing
that runs here reads and which make a tenth of the download, and the columns of each instruction
(`python -X no_debug_ranges`), which only underline source lines that are not here either; nothing
else is changed.
"""

import _imp
import ast
import importlib.util
import marshal
import re
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

# Where Pyodide looks; the first is a folder here, although it expects a zip.
STDLIB = "/lib/python314.zip"
SITE_PACKAGES = "/lib/python3.14/site-packages"

# Interfaces to an operating system that is not there, other protocols, developers' tools.
DROPPED_STDLIB = re.compile(
    r"""(
    _pyrepl | ctypes | curses | dbm | ensurepip | idlelib | lib2to3 | pydoc_data
    | tkinter | turtledemo | venv | xmlrpc | __phello__
    )/
    | (_aix_support | _android_support | _apple_support | _ios_support | _osx_support | _pydatetime
    | _pyio | antigravity | bdb | cProfile | compileall | doctest | ftplib | imaplib | mailbox
    | modulefinder | nturl2path | optparse | pdb | pickletools | plistlib | poplib | profile
    | pstats | pty | pyclbr | pydoc | symtable | tabnanny | tarfile | this | trace | turtle | tty
    | wave | webbrowser | zipapp
    )\.py$
    | asyncio/(__main__ | proactor_events | tools | windows_events | windows_utils)\.py$
    | multiprocessing/(
    forkserver | heap | managers | popen_\w+ | resource_\w+ | shared_memory | sharedctypes | spawn
    )\.py$
    | pyodide/(console\.py$ | http/)
    | encodings/(
    mac_|cp\d(?!252|437)|big5|euc|gb|hz|iso2022|johab|shift|hp_roman|kz|ptcp|tis|palmos
    )
    | (.*/)?(test|tests|idle_test)/
    """,
    re.VERBOSE,
)

# Parts of Django that no middleware reaches, and what only serves the eye of the admin.
DROPPED_PACKAGES = re.compile(
    r"""django/(
    contrib/(admin|admindocs|gis|humanize|postgres|sitemaps|syndication)/
    | conf/(app_template|project_template)/
    | db/backends/(mysql|oracle|postgresql)/
    | core/management/commands/(
        compilemessages|dbshell|inspectdb|makemessages|runserver|shell|squashmigrations|startapp|startproject|testserver
    )
    | contrib/\w+/(static|locale)/
    | contrib/auth/common-passwords
    )
    | certifi/cacert\.pem
    | \.(po|js|css|svg|md|pyi|py-tpl)$
    | \.dist-info/
    | (^|/)py\.typed$
    | httpx/_main | anyio/_backends/_trio | anyio/pytest_plugin | (httpcore | h11)/
    """,
    re.VERBOSE,
)
LOCALES = {"en", "ar", "de", "es", "fr", "ja", "nl", "pl", "pt", "pt_BR", "zh_Hans"}
# Django's default first: where no system has a database of them, a zone is a file or an error.
ZONES = {
    "America/Chicago",
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Etc/UTC",
    "Europe/Amsterdam",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Paris",
    "Europe/Warsaw",
    "GMT",
    "UTC",
}


def is_wanted(path: str) -> bool:
    """Whether the site carries this file of a wheel."""
    if DROPPED_PACKAGES.search(path):
        return False
    if path.startswith("tzdata/") and not path.endswith(".py"):
        return path.removeprefix("tzdata/zoneinfo/") in ZONES
    locale = re.match(r"django/conf/locale/(\w+)/", path)
    return locale is None or locale[1] in LOCALES


def without_docstrings(module: ast.Module) -> ast.Module:
    """The module as `python -OO` would see it, but with its assertions."""
    for node in ast.walk(module):
        match node:
            case (
                ast.Module(body=[ast.Expr(value=ast.Constant(value=str())), *rest])
                | ast.ClassDef(body=[ast.Expr(value=ast.Constant(value=str())), *rest])
                | ast.FunctionDef(body=[ast.Expr(value=ast.Constant(value=str())), *rest])
                | ast.AsyncFunctionDef(body=[ast.Expr(value=ast.Constant(value=str())), *rest])
            ):
                node.body = rest or [ast.copy_location(ast.Pass(), node.body[0])]
    return module


def compiled(source: bytes, installed_at: str) -> bytes:
    """The `.pyc` of `source`: unchecked, so that no source file is looked for."""
    module = without_docstrings(ast.parse(source, installed_at))
    code = compile(module, installed_at, "exec", dont_inherit=True, optimize=0)
    flags = (1).to_bytes(4, "little")
    return (
        importlib.util.MAGIC_NUMBER
        + flags
        + importlib.util.source_hash(source)
        + marshal.dumps(code)
    )


def is_frozen(path: str) -> bool:
    """Whether the interpreter carries this module itself and never looks for a file."""
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return _imp.is_frozen(module)


def stdlib_files(archive: str) -> Iterator[tuple[str, bytes]]:
    """The modules of the standard library that are carried, by where they are installed."""
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            if name.endswith(".py") and not DROPPED_STDLIB.match(name) and not is_frozen(name):
                yield f"{STDLIB}/{name}", opened.read(name)


def wheel_files(wheels: str) -> Iterator[tuple[str, bytes]]:
    """The files of all wheels in a folder that are carried."""
    for wheel in sorted(Path(wheels).glob("*.whl")):
        with zipfile.ZipFile(wheel) as opened:
            for name in opened.namelist():
                if not name.endswith("/") and is_wanted(name):
                    yield f"{SITE_PACKAGES}/{name}", opened.read(name)


def folder_files(folder: str) -> Iterator[tuple[str, bytes]]:
    """The modules of a folder of packages."""
    for path in sorted(Path(folder).rglob("*.py")):
        yield f"{SITE_PACKAGES}/{path.relative_to(folder)}", path.read_bytes()


def pack(stdlib: str, wheels: str, own: str) -> dict[str, bytes]:
    """All that the runtime carries, by absolute path: modules compiled, other files as they are."""
    packed: dict[str, bytes] = {}
    for path, body in chain(stdlib_files(stdlib), wheel_files(wheels), folder_files(own)):
        if path.endswith(".py"):
            packed[f"{path}c"] = compiled(body, path)
        else:
            packed[path] = body
    return dict(sorted(packed.items()))
