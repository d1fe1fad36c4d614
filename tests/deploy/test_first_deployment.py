"""The commands of the first deployment, in their order, in a folder that stands for the machine.

What changes a machine is played: packages, users, services. All else is done: files, links, rights, secrets, `check`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.settings import load_settings, unknown_settings
from bot.simulator import Telegram, TelegramServer
from tests.support.paths import ROOT
from tests.support.processes import environment

PAGE = (ROOT / "docs" / "operators.md").read_text("utf-8")
SECTION = PAGE.partition("## First deployment\n")[2].partition("### Elsewhere")[0]
COMMANDS = "".join(re.findall(r"^```sh\n(.*?)^```$", SECTION, re.MULTILINE | re.DOTALL))

PLAYED = ("apt-get", "useradd", "systemctl", "journalctl", "nginx", "curl", "createuser", "createdb")
PROGRAMS = {
    # Owners and groups of the machine are not those of this one.
    "install": """args=(); while [ $# -gt 0 ]; do case $1 in -o|-g) shift 2;; *) args+=("$1"); shift;; esac; done
exec /usr/bin/install "${args[@]}"
""",
    "runuser": 'shift 2; [ "$1" = -- ] && shift; exec "$@"\n',
    "git": f"""[ "$1" = clone ] && mkdir -p "$3" && cd {ROOT} &&
/usr/bin/git ls-files -z --cached --others --exclude-standard bot content retrieval deploy .env.example |
xargs -0 cp --parents -t "$3" &&
sed -i -E "s#/(opt|var/lib)/#${{3%/opt/*}}&#g" "$3/deploy/belegbot"
""",
    "python3": f"""[ "$1 $2" = "-m venv" ] && mkdir -p "$3/bin" && echo 'exit 0' > "$3/bin/pip" &&
chmod +x "$3/bin/pip" &&
printf '#!/bin/sh\\nexec {sys.executable} "$@"\\n' > "$3/bin/python" && chmod +x "$3/bin/python"
""",
}


@pytest.mark.slow
def test_it_leads_to_two_processes_that_have_all_they_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs, machine = tmp_path / "programs", tmp_path / "machine"
    programs.mkdir()
    for folder in ("opt", "var/lib", "etc/systemd/system", "etc/nginx/conf.d", "usr/local/bin"):
        (machine / folder).mkdir(parents=True)
    for name, script in {
        **dict.fromkeys(PLAYED, f'echo "$(basename $0) $*" >> {tmp_path}/played\n'),
        **PROGRAMS,
    }.items():
        (programs / name).write_text(f"#!/bin/bash\n{script}", "utf-8")
        (programs / name).chmod(0o755)
    with TelegramServer(Telegram()) as server:
        account = server.telegram.new_bot("DeployedBot")
        commands = re.sub(r"(?<![\w.}])/(opt|etc|var/lib|usr/local/bin)/", rf"{machine}/\1/", COMMANDS)
        commands = commands.replace("123456789:AAF-x_y", account.token)
        path = f"{programs}:{machine}/usr/local/bin:{os.environ['PATH']}"
        env = environment(TELEGRAM_API_URL=server.url, REPOSITORY="its address", PATH=path)
        del env["INDEX_DIR"]
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands],  # noqa: S607
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "✓ content: 1 article(s) in" in done.stdout
    assert "✓ token: @DeployedBot" in done.stdout
    assert "✗" not in done.stdout
    played = (tmp_path / "played").read_text("utf-8")
    assert "systemctl enable --now belegbot@8081 belegbot@8082\n" in played
    assert {path.name for path in (machine / "etc/systemd/system").iterdir()} == {
        "belegbot.service",
        "belegbot@.service",
    }
    for secret in ("telegram-token", "webhook-secret"):
        assert (machine / "etc/belegbot" / secret).stat().st_mode & 0o777 == 0o640
    monkeypatch.chdir(machine / "var/lib/belegbot")
    monkeypatch.delenv("INDEX_DIR")
    settings = load_settings()
    assert settings.webhook_url == "https://bot.example.org"
    assert settings.webhook_secret is not None
    assert settings.database_url.get_secret_value() == "postgresql:///belegbot?host=/var/run/postgresql"
    assert list(unknown_settings()) == []
