"""The files to start from, in `deploy/`: each is looked at as it stands, by the programs that read it where they are at
hand; what is not here is skipped, with a line."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.config.settings import SECRETS, Settings, load_settings, unknown_settings
from bot.config.variables import NETWORK_VARIABLES
from tests.support.paths import ROOT
from tests.support.processes import environment

DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
KNOWN = {name.upper() for name in Settings.model_fields} | {f"{name}_FILE" for name in SECRETS}


def output(*command: str | Path, folder: Path = DEPLOY) -> str:
    """What a program says that reads one of the files, if it finds nothing wrong; skips where there is no such one."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_example_of_settings_has_each_with_its_default() -> None:
    lines = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
    assert list(lines) == [*(name.upper() for name in order_of_fields(lines)), "HTTPS_PROXY", "NO_PROXY"]
    assert set(lines) - set(NETWORK_VARIABLES) == {name.upper() for name in Settings.model_fields}
    plain = Settings.model_construct()
    for name in ("host", "watchdog_seconds", "encoder", "milvus_name", "language", "questions_per_minute"):
        assert lines[name.upper()] == str(getattr(plain, name))
    assert lines["DATABASE_URL"] == plain.database_url.get_secret_value()


def order_of_fields(lines: dict[str, str]) -> list[str]:
    return [name.lower() for name in lines if name not in NETWORK_VARIABLES]


@pytest.mark.parametrize("uncommented", [False, True])
def test_the_bot_reads_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uncommented: bool) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (*KNOWN, *NETWORK_VARIABLES):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    text = re.sub(r"^#([A-Z_]+=)", r"\1", EXAMPLE, flags=re.MULTILINE) if uncommented else EXAMPLE
    (tmp_path / ".env").write_text(text, "utf-8")
    settings = load_settings()
    assert (settings.telegram_token is not None) is uncommented
    assert (settings.webhook_url is not None) is uncommented
    assert list(unknown_settings()) == []


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_is_one_for_systemd(unit: Path, tmp_path: Path) -> None:
    for each in UNITS:  # but for the interpreter, which is not there on this machine
        text = each.read_text("utf-8").replace("/opt/belegbot/.venv/bin/python", sys.executable)
        (tmp_path / each.name).write_text(text, "utf-8")
    name = unit.name.replace("@.", "@8081.")
    assert output("systemd-analyze", "verify", tmp_path / name) == ""
    exposure = output("systemd-analyze", "security", "--offline=true", tmp_path / name, folder=tmp_path)
    assert float(re.findall(r"exposure level for \S+: ([\d.]+)", exposure)[0]) < 2, exposure


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_sets_what_the_bot_knows(unit: Path) -> None:
    text = unit.read_text("utf-8")
    named = {
        name for line in re.findall(r"^Environment=(.*)$", text, re.MULTILINE) for name in re.findall(r"(\w+)=", line)
    }
    assert {name for name in named if not name.startswith("PYTHON")} <= KNOWN
    (command,) = re.findall(r"^ExecStart=\S+ -m bot (--\w+)$", text, re.MULTILINE)
    assert command == ("--webhook" if "@" in unit.name else "--polling")


def test_the_linter_of_container_files_finds_nothing() -> None:
    assert output("hadolint", "Containerfile") == ""


@pytest.mark.slow
def test_the_image_has_all_files_that_the_bot_needs(tmp_path: Path) -> None:
    """An image takes a builder and a network: here its files are put together as the Containerfile says, and run."""
    place = tmp_path / "opt"
    for line in re.findall(r"^COPY (?!--from)(.+)$", CONTAINERFILE, re.MULTILINE):
        *sources, target = line.split()
        folder = place / target.removeprefix("/opt/")
        for source in (path for pattern in sources for path in ROOT.glob(pattern)):
            if source.is_dir():
                shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, folder)
    env = environment(PYTHONPATH=str(place / "belegbot"), CONTENT_DIR=str(ROOT / "content" / "articles"))
    command = [sys.executable, "-m", "bot", "ask", "Was hat Starlink mit Taiwan zu tun?"]
    done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Satellitenkommunikationssystem" in done.stdout, done.stderr


def test_the_image_sets_what_the_bot_knows_and_the_context_has_what_is_copied() -> None:
    (block,) = re.findall(r"^ENV ((?:.*\\\n)*.*)$", CONTAINERFILE, re.MULTILINE)
    named = {name for name in re.findall(r"(\w+)=", block) if not name.startswith("PYTHON")}
    assert named <= KNOWN
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE, re.MULTILINE)
    assert {path.split("/")[0] for line in copied for path in line.split()} == kept
    version = (ROOT / ".python-version").read_text("utf-8").strip()
    assert set(re.findall(r"^FROM \S+/python:([\d.]+)-", CONTAINERFILE, re.MULTILINE)) == {version}


def test_compose_takes_the_file(tmp_path: Path) -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    bot = compose["services"]["bot"]
    assert set(bot["environment"]) <= KNOWN
    assert (DEPLOY / bot["build"]["context"] / bot["build"]["dockerfile"]).is_file()
    assert set(bot["secrets"]) <= set(compose["secrets"])
    (tmp_path / "deploy").mkdir()
    shutil.copy(DEPLOY / "compose.yaml", tmp_path / "deploy")
    assert "TELEGRAM_TOKEN_FILE" in output("docker-compose", "-f", "compose.yaml", "config", folder=tmp_path / "deploy")
