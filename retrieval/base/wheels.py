"""Packages that are needed only where there are wheels of them."""

from __future__ import annotations

import platform
import sys
from importlib.util import find_spec

# As the markers in pyproject.toml say; those for Linux are for glibc.
_PLATFORMS = {("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64")}
_LAST_PYTHON = {"onnxruntime": (3, 14)}


def is_missing(package: str) -> bool:
    """Whether the package is not installed, although requirements.txt has it for this machine."""
    return find_spec(package) is None and has_wheel(package)


def has_wheel(package: str) -> bool:
    """Whether there is a wheel of this package for this machine."""
    if sys.platform == "linux" and platform.libc_ver()[0] != "glibc":
        return False
    is_new = sys.version_info[:2] > _LAST_PYTHON.get(package, sys.version_info[:2])
    return (sys.platform, platform.machine()) in _PLATFORMS and not is_new
