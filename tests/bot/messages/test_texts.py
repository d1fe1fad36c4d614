import re
import shutil
from pathlib import Path

import pytest

from bot.config.errors import InvalidCatalogue
from bot.config.settings import InterfaceLanguage
from bot.messages import texts as texts_module
from bot.messages.formatting import bold
from bot.messages.texts import Catalogue

LOCALES = Path(texts_module.__file__).parents[1] / "locales"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LOCALES, tmp_path / "locales"))


@pytest.mark.parametrize(
    ("code", "language"),
    [("de", "de"), ("DE-at", "de"), ("en", "en"), ("ru", "en"), ("", "en"), (None, "de")],
)
def test_the_language_follows_the_asker(code: str | None, language: str) -> None:
    assert Catalogue().for_code(code, InterfaceLanguage.GERMAN).language == language


def test_plurals_follow_the_language() -> None:
    german = Catalogue()[InterfaceLanguage.GERMAN]
    assert german("refused", articles=1) == "Das beantwortet der Artikel nicht."
    assert german("refused", articles=2) == "Das beantwortet keiner der Artikel."


def test_arguments_may_be_formatted_and_are_taken_as_they_are() -> None:
    german = Catalogue()[InterfaceLanguage.GERMAN]
    line = german.format("source-line", title=bold("{ $x } 1\u2068"), place="Absatz 3")
    assert line.text == "{ $x } 1\u2068, Absatz 3"
    assert line.entities == bold("{ $x } 1\u2068").entities


def test_an_unknown_text_or_a_missing_argument_is_told() -> None:
    german = Catalogue()[InterfaceLanguage.GERMAN]
    with pytest.raises(InvalidCatalogue, match=r'de.ftl: there is no text "nonsense"'):
        german("nonsense")
    with pytest.raises(InvalidCatalogue, match=r'de.ftl: the text "refused"'):
        german("refused")


def test_a_text_that_one_language_lacks_is_told(folder: Path) -> None:
    path = folder / "en.ftl"
    path.write_text(path.read_text("utf-8").replace("\nnearest =", "\nfarthest ="), "utf-8")
    with pytest.raises(InvalidCatalogue, match=r"de.ftl lacks texts that another language has: farthest"):
        Catalogue(folder)


def test_a_file_that_a_translator_broke_is_told(folder: Path) -> None:
    (folder / "de.ftl").write_text("nearest = { $x")
    with pytest.raises(InvalidCatalogue, match=r"de.ftl: cannot be parsed near 'nearest"):
        Catalogue(folder)
    (folder / "de.ftl").write_bytes(b"\xff")
    with pytest.raises(InvalidCatalogue, match=r"de.ftl: cannot be read as UTF-8"):
        Catalogue(folder)


def test_every_text_takes_the_same_arguments_in_every_language() -> None:
    for key in Catalogue().keys:
        taken = {language: _arguments(language, key) for language in InterfaceLanguage}
        assert len(set(taken.values())) == 1, f"{key}: {taken}"


def test_every_text_is_used_and_every_text_used_is_there() -> None:
    code = "".join(path.read_text("utf-8") for path in LOCALES.parent.rglob("*.py"))
    quoted = set(re.findall(r"[\"']([a-z]+(?:-[a-z]+)*)[\"']", code))
    families = tuple(re.findall(r"texts\(f[\"']([a-z-]+-)\{", code))  # "explain-{where}": chosen at run time
    assert {key for key in Catalogue().keys if not key.startswith(families)} <= quoted
    used = set(re.findall(r"texts(?:\.format)?\(\s*[\"']([a-z-]+)[\"']", code))
    assert used <= Catalogue().keys


def _arguments(language: str, key: str) -> frozenset[str]:
    source = (LOCALES / f"{language}.ftl").read_text("utf-8")
    body = re.search(rf"^{key} =(.*(?:\n .*|\n\}}.*)*)", source, re.M)
    assert body is not None
    return frozenset(re.findall(r"\{ \$(\w+)", body[1]))
