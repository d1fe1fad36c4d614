"""Folders of article files: what is read, and what an editor is told when it cannot be."""

from datetime import date
from pathlib import Path

import pytest

from content import InvalidArticles, load_articles, read_articles
from content.language import Language

GOOD = '---\ntitle: "Der Titel"\n---\n\nDer Text.\n'


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(folder: Path) -> list[str]:
    with pytest.raises(InvalidArticles) as caught:
        load_articles(folder)
    assert str(caught.value) == "\n".join(map(str, caught.value.faults))
    return [str(fault).replace(f"{folder}/", "") for fault in caught.value.faults]


def test_every_article_of_the_folder_is_read_in_the_order_of_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.md", GOOD)
    write(tmp_path, "a.md", GOOD)
    write(tmp_path, "2024/c.md", GOOD)
    write(tmp_path, "notes.txt", "no article")
    write(tmp_path, ".draft.md", "no article")
    assert [article.slug for article in load_articles(tmp_path)] == ["c", "a", "b"]


def test_everything_that_front_matter_can_say(tmp_path: Path) -> None:
    write(
        tmp_path,
        "Wahl in Köln.md",
        "---\ntitle: Wahl\nlanguage: en\npublisher: Bote\nauthors: [A, B]\npublished: 2024-10-25\n"
        "url: https://example.org/a?b=ü\nlicence: CC BY 4.0\nsources: Agentur\nquestions:\n- Wer?\n---\nText.",
    )
    (article,) = load_articles(str(tmp_path))
    assert (article.slug, article.title, article.language) == ("wahl-in-koeln", "Wahl", "en")
    assert (article.publisher, article.authors, article.published) == ("Bote", ("A", "B"), date(2024, 10, 25))
    assert (article.url, article.licence) == ("https://example.org/a?b=ü", "CC BY 4.0")
    assert (article.sources, article.questions) == (("Agentur",), ("Wer?",))


def test_german_is_the_language_unless_stated(tmp_path: Path) -> None:
    write(tmp_path, "a.md", GOOD)
    assert load_articles(tmp_path)[0].language == Language.GERMAN


def test_line_ends_and_byte_order_marks_of_other_systems_are_taken(tmp_path: Path) -> None:
    write(tmp_path, "a.md", b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_articles(tmp_path)[0].text == "Der Text."


def test_an_empty_folder_holds_no_articles(tmp_path: Path) -> None:
    assert load_articles(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nur Text.", 'a.md:1: the file has no front matter, so no title; begin the file with a line "---"'),
        ("---\ntitle: T\n\nText.", 'a.md:1: the front matter has no second line "---"; write "---" on a line'),
        ("---\nlanguage: de\n---\nText.", 'a.md:2: the key "title" is missing; add a line like title: "The headline"'),
        ("---\n---\nText.", 'a.md:2: the key "title" is missing; add'),
        ("---\ntitle: ''\n---\nText.", "a.md:2: \"title\" cannot be ''; write it like title:"),
        ("---\ntitle: 2024\n---\nText.", 'a.md:2: "title" cannot be 2024; write it like title:'),
        ("---\ntitle: T\n---\n \n", 'a.md:5: there is no text; write it below the second "---"'),
        ("---\ntitle: T\n---\n# Nur Überschrift", "a.md:4: there is no text; write"),
        ("---\ntitle: A\nlan\x1fguage: de\n---\nText.", "a.md:3: this is not YAML (the character U+001F may"),
        (
            "---\ntitle: T\nurl: !!bool maybe\n---\nText.",
            'a.md:3: "url" cannot be read (it has not the form that its tag',
        ),
        ("---\ntitle: " + "[" * 3000 + "\n---\nText.", "a.md:2: this is not YAML (it has more than 8 levels)"),
        ("---\ntitle: T\n? [a]\n: b\n---\nText.", "a.md:3: (a list) is no key; write lines like title:"),
        ("---\ntitle: A: B\n---\nText.", "a.md:2: this is not YAML (mapping values are not allowed here); put the"),
        ("---\n- a\n---\nText.", "a.md:2: the front matter is no list of keys and values; write lines like title:"),
        ("---\ntitle: T\nlanguage: xx\n---\nText.", "a.md:3: \"language\" cannot be 'xx'; write it like language: de"),
        ("---\ntitle: T\n\nauthor: A\n---\nText.", 'a.md:4: unknown key "author"; did you mean "authors"? known keys'),
        ("---\ntitle: T\npublished: gestern\n---\nT.", "a.md:3: \"published\" cannot be 'gestern'; write it like publ"),
        ("---\ntitle: T\npublished: 2024-13-45\n---\nT.", 'a.md:3: "published" cannot be read (month must be in 1..12'),
        ("---\ntitle: T\nurl: example.org\n---\nT.", "a.md:3: \"url\" cannot be 'example.org'; write it like url:"),
        ("---\ntitle: T\ntitle: U\n---\nText.", 'a.md:3: the key "title" stands twice; keep one of the two lines'),
        ("---\ntitle: T\n---\nText\xff".encode("latin-1"), "a.md:4: the file is not UTF-8; save it with the enc"),
    ],
)
def test_a_broken_file_is_told_with_place_and_mend(tmp_path: Path, text: str | bytes, told: str) -> None:
    write(tmp_path, "a.md", text)
    (fault,) = faults(tmp_path)
    assert fault.startswith(told)


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "---\nlanguage: xx\nowner: me\n---\n")
    write(tmp_path, "b.md", b"\xff")
    write(tmp_path, "c.md", GOOD)
    places = [fault.split(": ")[0] for fault in faults(tmp_path)]
    assert places == ["a.md:2", "a.md:2", "a.md:3", "a.md:5", "b.md:1"]


def test_two_files_with_one_slug_are_told(tmp_path: Path) -> None:
    write(tmp_path, "Über uns.md", GOOD)
    write(tmp_path, "ueber-uns.md", GOOD)
    (fault,) = faults(tmp_path)
    assert 'its short name "ueber-uns" is also that of' in fault
    assert "rename one of the two files" in fault


def test_a_file_name_without_letters_has_no_slug(tmp_path: Path) -> None:
    write(tmp_path, "….md", GOOD)
    assert faults(tmp_path) == ["….md: the file's name has no letter or digit; rename it, e.g. election.md"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidArticles, match="there is no such folder; create it or set CONTENT_DIR"):
        load_articles(tmp_path / "nowhere")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.md", GOOD)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").symlink_to(secret)
    assert faults(folder) == ["a.md: the link leads out of the folder; copy the file here instead"]


def test_broken_files_are_left_out_or_stay_as_they_were(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path, f"{name}.md", GOOD)
    before = load_articles(tmp_path)
    write(tmp_path, "b.md", "broken")
    write(tmp_path, "d.md", "broken")
    articles, faults = read_articles(tmp_path, last_good=before)
    assert [article.slug for article in articles] == ["a", "b", "c"]
    assert articles[1] is before[1]
    assert [fault.path.name for fault in faults] == ["b.md", "d.md"]
    assert [article.slug for article in read_articles(tmp_path).articles] == ["a", "c"]
    (tmp_path / "b.md").unlink()
    assert [article.slug for article in read_articles(tmp_path, last_good=before).articles] == ["a", "c"]


def test_a_folder_without_a_good_file_is_no_folder_of_articles(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "broken")
    with pytest.raises(InvalidArticles):
        read_articles(tmp_path)
