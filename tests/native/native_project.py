"""The Django project of a native run, as the simulator makes it: modules, settings, database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TEMPLATES = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "OPTIONS": {
        "loaders": [
            ("django.template.loaders.locmem.Loader", {"page.html": "Hello {{ name }}"}),
            "django.template.loaders.app_directories.Loader",
        ]
    },
}
MODULES = {"view": "scn_views", "setup": "scn_setup", "script": "scn_script", "urls": "scn_urls"}


def write_modules(scenario: dict[str, Any], folder: Path) -> list[str]:
    """Write the scenario's sources as modules and return MIDDLEWARE."""
    for name, source in scenario.get("files", {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    middleware = []
    for number, layer in enumerate(scenario["layers"], start=1):
        if isinstance(layer, str):
            middleware.append(layer)
            continue
        (folder / f"layer_{number}.py").write_text(layer["source"])
        middleware.append(f"layer_{number}.{layer['entry']}")
    for key, module in MODULES.items():
        if scenario.get(key) is not None:
            (folder / f"{module}.py").write_text(scenario[key])
    if scenario.get("urls") is None:
        module, _, name = scenario.get("view_entry", "scn_views.view").rpartition(".")
        catch_all = (
            f"from django.urls import re_path\nfrom {module} import {name}\n"
            f"urlpatterns = [re_path('', {name})]\n"
        )
        (folder / "scn_urls.py").write_text(catch_all)
    return middleware


def configure_django(scenario: dict[str, Any], middleware: list[str], folder: Path) -> None:
    """Set Django up with the scenario's settings over a bare minimum."""
    import django
    from django.conf import settings

    given = dict(scenario.get("settings", {}))
    has_database = given.pop("_sqlite", False)
    extra = given.pop("_db", {})
    values: dict[str, Any] = {
        "DEBUG": False,
        "SECRET_KEY": "await-points",
        "ALLOWED_HOSTS": ["*"],
        "ROOT_URLCONF": "scn_urls",
        "MIDDLEWARE": middleware,
        "INSTALLED_APPS": [],
        "USE_TZ": True,
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "DATABASES": {},
        "TEMPLATES": [TEMPLATES],
    }
    if has_database:
        values["DATABASES"] = {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(folder / "database.sqlite3"),
                # Not the disk's speed is what is compared.
                "OPTIONS": {"init_command": "PRAGMA synchronous = OFF"},
                **extra,
            }
        }
    if "LOGGING" not in given:
        values["LOGGING_CONFIG"] = None
    settings.configure(**(values | given))
    django.setup()
