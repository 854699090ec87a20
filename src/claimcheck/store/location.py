"""Where the cache lies when nobody says: as each platform has it."""

import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "claimcheck"


def default_folder(environ: Mapping[str, str], *, platform: str = sys.platform) -> Path | None:
    """Name the folder for the cache; `None` where the environment tells of no home."""
    if platform == "win32":
        local = _absolute(environ.get("LOCALAPPDATA")) or _below_home(environ, "USERPROFILE", "AppData/Local")
        return local / _NAME / "Cache" if local else None
    if platform == "darwin":
        caches = _below_home(environ, "HOME", "Library/Caches")
    else:
        caches = _absolute(environ.get("XDG_CACHE_HOME")) or _below_home(environ, "HOME", ".cache")
    return caches / _NAME if caches else None


def _below_home(environ: Mapping[str, str], variable: str, path: str) -> Path | None:
    home = _absolute(environ.get(variable))
    return home / path if home else None


def _absolute(path: str | None) -> Path | None:
    """Leave out relative paths: they would put a cache into whatever folder a run begins in."""
    return Path(path) if path and Path(path).is_absolute() else None
