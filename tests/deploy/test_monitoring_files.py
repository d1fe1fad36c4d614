"""Alerts and dashboard: their queries are asked of a Prometheus that scrapes the bot, where one is at hand."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.retrievers import RetrieverSource
from bot.simulator import Telegram, TelegramServer
from tests.support.bot.running_bot import running, settings_for
from tests.support.paths import ROOT
from tests.support.processes import free_port

PROMETHEUS = ROOT / "deploy" / "prometheus"
ALERTS = [
    rule
    for group in yaml.safe_load((PROMETHEUS / "alerts.yaml").read_text("utf-8"))["groups"]
    for rule in group["rules"]
]
PANELS = json.loads((ROOT / "deploy" / "grafana" / "belegbot.json").read_text("utf-8"))["panels"]
QUERIES = [target["expr"].replace("$__rate_interval", "1m") for panel in PANELS for target in panel["targets"]]
EXPRESSIONS = [*QUERIES, *(rule["expr"] for rule in ALERTS)]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A bot that polls shows itself here."""
    folder = tmp_path_factory.mktemp("articles")
    article = "---\ntitle: Brücke\npublished: 2026-01-02\n---\nDie Brücke ist gesperrt.\n"
    (folder / "bruecke.md").write_text(article, "utf-8")
    port = free_port()
    with TelegramServer(Telegram()) as server:
        settings = settings_for(server, server.telegram.new_bot("DrawnBot"), host="127.0.0.1", port=port)
        with running(settings, FolderWatcher(RetrieverSource(folder))):
            yield port


def test_every_figure_that_is_asked_for_is_there(port: int) -> None:
    told = httpx.get(f"http://127.0.0.1:{port}/metrics", trust_env=False).text
    families = set(re.findall(r"^# TYPE (\w+) ", told, re.MULTILINE))
    named = set(re.findall(r"\b(?:belegbot|process)_\w+", "\n".join(EXPRESSIONS)))
    assert len(named) > 15
    assert {re.sub("_bucket$", "", name) for name in named} - families == set()
    labels = set(re.findall(r'kind=~?"([^"]+)"', "\n".join(EXPRESSIONS)))
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    kinds = {kind for each in labels for kind in each.split("|")}
    assert [kind for kind in kinds if not re.search(rf"\b{kind}\b", sources)] == []


def test_each_alert_says_where_to_read_on() -> None:
    operators = (ROOT / "docs" / "operators.md").read_text("utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", operators, re.MULTILINE)}
    for rule in ALERTS:
        page, _, anchor = rule["annotations"]["runbook"].partition("#")
        assert page == "docs/operators.md"
        assert anchor in headings, rule["alert"]


def test_promtool_takes_the_files() -> None:
    if shutil.which("promtool") is None:
        pytest.skip("promtool is not here")
    for command in (["check", "config", "prometheus.yaml"], ["test", "rules", "alerts_test.yaml"]):
        done = subprocess.run(["promtool", *command], cwd=PROMETHEUS, capture_output=True, text=True, check=False)  # noqa: S607
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_a_prometheus_answers_each_query(port: int, tmp_path: Path) -> None:
    if shutil.which("prometheus") is None:
        pytest.skip("prometheus is not here")
    config = (PROMETHEUS / "prometheus.yaml").read_text("utf-8")
    config = config.replace("15s", "1s").replace("127.0.0.1:8081, 127.0.0.1:8082", f"127.0.0.1:{port}")
    (tmp_path / "prometheus.yaml").write_text(config, "utf-8")
    shutil.copy(PROMETHEUS / "alerts.yaml", tmp_path)
    own = free_port()
    command = ["prometheus", "--config.file=prometheus.yaml", f"--web.listen-address=127.0.0.1:{own}"]
    with (
        subprocess.Popen([*command, f"--storage.tsdb.path={tmp_path}/data"], cwd=tmp_path, stderr=-3) as prometheus,
        httpx.Client(base_url=f"http://127.0.0.1:{own}", trust_env=False, timeout=30) as client,
    ):
        try:
            wait_for(client, 'count_over_time(belegbot_ready{job="belegbot"}[1m]) > 3')
            for query in QUERIES:
                assert asked(client, query), query
            for rule in ALERTS:  # which have no answer, while all is well
                asked(client, rule["expr"])
        finally:
            prometheus.terminate()


def asked(client: httpx.Client, query: str) -> list[Any]:
    answer = client.get("/api/v1/query", params={"query": query}).json()
    assert answer["status"] == "success", answer
    result: list[Any] = answer["data"]["result"]
    return result


def wait_for(client: httpx.Client, query: str) -> None:
    """Returns when there is an answer; Prometheus itself takes a moment to start."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if asked(client, query):
                return
        except (httpx.TransportError, ValueError):
            pass
        time.sleep(0.2)
    pytest.fail(f"no answer to {query}")
