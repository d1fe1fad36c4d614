from pathlib import Path

import pytest

from retrieval import Dictionaries
from retrieval.errors import UnreadableDictionary
from retrieval.translation.entries import dictd_entry
from tests.dictionaries import write_dictd

ENGLISH_GERMAN = {
    "bridge /brɪdʒ/": 'Brücke <fem>, Steg <masc> [constr.]\n      "cross a bridge"  - eine Brücke überqueren\n',
    "bridge loan": "Überbrückungskredit <masc>",
    "close /kləʊz/": "etw. schließen, sperren <vt>\n   Synonym: {shut}",
    "company": "Firma <fem>, Gesellschaft <fem>",
    "mayor": "1. Bürgermeister <masc>\n2. Bürgermeisterin <fem>\n see: {mayors}",
}
GERMAN_RUSSIAN = {
    "Brücke /ˈbʁʏkə/ <n, fem>": "мост\nBauwerk über einem Gewässer oder Tal",
    "Nasenrücken <n, masc>": "переносица, мостик",
    "Fähre <n, fem>": "паром",
}
ENGLISH_RUSSIAN = {"mayor": "   [meə] _n.\n      1) мэр; to be mayor быть мэром", "ferry": "1) _n. паром"}
DING = """# Version
Brücke {f}; Steg {m} [constr.] | Brücken {pl} :: bridge | bridges
Brücke {f} zwischen zwei Ufern :: link
bauen; errichten {vt} | bauend :: to build {built; built}; to erect | building
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_dictd(tmp_path, "freedict-eng-deu", ENGLISH_GERMAN)
    write_dictd(tmp_path, "freedict-deu-rus", GERMAN_RUSSIAN)
    write_dictd(tmp_path, "mueller7", ENGLISH_RUSSIAN)
    return tmp_path


@pytest.mark.parametrize(
    ("word", "source", "target", "translations"),
    [
        ("bridge", "en", "de", ("Brücke", "Steg")),
        ("Bridges", "en", "de", ("Brücke", "Steg")),
        ("closed", "en", "de", ("schließen", "sperren")),
        ("companies", "en", "de", ("Firma", "Gesellschaft")),
        ("мосты", "ru", "de", ("Brücke",)),  # the dictionary leads from German, and is read backwards
        ("мэра", "ru", "de", ("Bürgermeister", "Bürgermeisterin")),  # through English
        ("Brücke", "de", "ru", ("мост",)),
        ("Steg", "de", "en", ("bridge",)),
        ("bridge", "en", "fr", ()),
        ("zebra", "en", "de", ()),
        ("", "en", "de", ()),
        ("%\n\t*", "en", "de", ()),
    ],
)
def test_translations(folder: Path, word: str, source: str, target: str, translations: tuple[str, ...]) -> None:
    assert Dictionaries([folder]).translations(word, source, target) == translations


def test_an_entry_is_read_without_what_is_written_around_it() -> None:
    lines = " [Br.] Bürgermeister <masc>, das Oberhaupt einer ganzen Stadt; Schulze\n see: {mayors}"
    entry = dictd_entry(f"mayor /mɛə/ <n>\n{lines}")
    assert entry == ("mayor", ("Bürgermeister", "Schulze"))


def test_every_headword_is_found(tmp_path: Path) -> None:
    words = {f"wort{'abcdefghij'[at // 10]}{'klmnopqrst'[at % 10]}x": f"Ziel{at}" for at in range(100)}
    write_dictd(tmp_path, "freedict-swe-deu", words)
    dictionaries = Dictionaries([tmp_path])
    assert [dictionaries.translations(word, "sv", "de")[0] for word in words] == list(words.values())


def test_ding_is_read_both_ways_where_no_indexed_dictionary_is(tmp_path: Path) -> None:
    (tmp_path / "de-en").write_text(DING, "utf-8")
    dictionaries = Dictionaries([tmp_path])
    assert dictionaries.translations("bridges", "en", "de") == ("Brücke", "Steg", "Brücken")
    assert dictionaries.translations("built", "en", "de") == ("bauen", "errichten")
    assert dictionaries.translations("Brücken", "de", "en") == ("bridge", "bridges")
    write_dictd(tmp_path, "freedict-eng-deu", {"bridge": "Viadukt"})
    assert Dictionaries([tmp_path]).translations("bridge", "en", "de") == ("Viadukt",)


def test_what_is_installed_is_told(folder: Path) -> None:
    (folder / "freedict-xxx-deu.index").write_text("")
    (folder / "README").write_text("")
    installed = Dictionaries([folder, folder / "missing"]).installed()
    assert [(each.source, each.target) for each in installed] == [("de", "ru"), ("en", "de"), ("en", "ru")]


def test_a_damaged_dictionary_is_told_and_the_others_serve(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    broken = folder / "freedict-eng-fra.index"
    broken.write_text("")
    (installed,) = [each for each in Dictionaries([folder]).installed() if each.path == broken]
    with pytest.raises(UnreadableDictionary, match=r"freedict-eng-fra\.index"):
        installed.opened("en")
    (folder / "freedict-deu-rus.index").write_text("brücke\tA\n")
    dictionaries = Dictionaries([folder])
    assert dictionaries.translations("bridge", "en", "de") == ("Brücke", "Steg")
    assert dictionaries.translations("bridge", "en", "fr") == ()
    assert dictionaries.translations("Brücke", "de", "ru") == ()
    assert "not an index of dictd" in caplog.text


@pytest.mark.parametrize(
    ("word", "source", "target", "package", "expected"),
    [
        ("companies", "en", "de", "dict-freedict-eng-deu", "Unternehmen"),
        ("Häuser", "de", "en", "dict-freedict-deu-eng", "house"),
        ("столицы", "ru", "de", "dict-freedict-deu-rus", "Hauptstadt"),
    ],
)
def test_the_dictionaries_of_debian(word: str, source: str, target: str, package: str, expected: str) -> None:
    dictionaries = Dictionaries()
    if not any({each.source, each.target} == {source, target} for each in dictionaries.installed()):
        pytest.skip(f"Debian's package {package} is not installed")
    assert expected in dictionaries.translations(word, source, target)
