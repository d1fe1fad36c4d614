"""Article files that were made to stop the reader: each is told with its fault, in a moment and in little memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import textwrap
from pathlib import Path
from random import Random

import pytest
import yaml

from content import Article, load_articles
from content.article_file import read_article
from content.errors import InvalidArticles
from tests.support.paths import ROOT

ALIASES = "a1: &a1 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(2, 10)
)
HOSTILE = {
    "aliases": (f"{ALIASES}title: *a9\n", "this is not YAML (aliases are not read here)"),
    "an alias of itself": ("title: &a [*a]\n", "this is not YAML (aliases are not read here)"),
    "merged keys": ("a: &a {title: T}\n<<: *a\n", "this is not YAML (aliases are not read here)"),
    "deep lists": ("title: " + "[" * 300 + "]" * 300 + "\n", "this is not YAML (it has more than 8 levels)"),
    "deep blocks": ("title:\n  " + "- " * 300 + "x\n", "this is not YAML (it has more than 8 levels)"),
    "deep without end": ("title: " + "[{a: " * 9000 + "\n", "this is not YAML (it has more than 8 levels)"),
    "a list as key": ("title: T\n? [a, b]\n: c\n", "(a list) is no key"),
    "a mapping as key": ("title: T\n? {a: b}\n: c\n", "(a mapping) is no key"),
    "a list as key below": ("title: T\nauthors: {? [a, b] : c}\n", "this is not YAML (found unhashable key)"),
    "a number of 40,000 digits": (f"title: 0x{'f' * 40_000}\n", '"title" cannot be this number'),
    "a decimal of 5,000 digits": (f"title: {'9' * 5_000}\n", '"title" cannot be read (Exceeds the limit'),
    "minutes of minutes": (f"title: {':'.join(['1'] * 9_000)}.5\n", '"title" cannot be read ('),
    "a name of 40,000 letters": (f"title: T\n? {'k' * 40_000}\n: 1\n", 'unknown key "kkkk'),
    "a value of 40,000 letters": (f"title: T\nlanguage: {'x' * 40_000}\n", '"language" cannot be \'xxxx'),
    "a megabyte": (f"title: {'x' * 1_000_000}\n", "the front matter has more than 50,000 characters"),
    "another's object": ("title: !!python/object/apply:os.getpid []\n", "this is not YAML (could not determine a co"),
}
_GIGABYTE = 1 << 30

# The most that reading may take, in seconds of a processor: what an attack takes has no end.
_SECONDS = 10


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_front_matter_is_told_as_a_fault(name: str, tmp_path: Path) -> None:
    """In a process of its own, which may use a gigabyte and some seconds."""
    front, told = HOSTILE[name]
    (tmp_path / "a.md").write_text(f"---\n{front}---\nText.\n", "utf-8")
    output = _read_within_limits(tmp_path)
    assert told in output
    assert max(map(len, output.replace(str(tmp_path), "").splitlines())) < 400


def _read_within_limits(folder: Path) -> str:
    program = """
        import sys
        from content import InvalidArticles, load_articles
        try:
            load_articles(sys.argv[1])
        except InvalidArticles as error:
            print(error)
    """

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (_GIGABYTE, _GIGABYTE))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))

    command = [sys.executable, "-c", textwrap.dedent(program), str(folder)]
    done = subprocess.run(command, preexec_fn=limit, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout


def test_twenty_faults_of_a_file_are_told() -> None:
    front = "".join(f"k{n}: 1\n" for n in range(4_000))
    faults = read_article(f"---\ntitle: T\n{front}---\nText.", Path("a.md"))
    assert isinstance(faults, tuple)
    assert len(faults) == 20


def test_no_front_matter_raises() -> None:
    rng = Random(21)
    for _ in range(3_000):
        front = "".join(rng.choices(PARTS, k=rng.randint(1, 12)))
        outcome = read_article(f"---\n{front}\n---\nText.", Path("a.md"))
        assert isinstance(outcome, Article) or all("\n" not in str(fault) for fault in outcome)


PARTS = [
    *(
        "title: ",
        "authors: ",
        "published: ",
        "url: ",
        "\n",
        "\n  ",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        ">-",
    ),
    *(
        "&a ",
        "*a",
        "<<",
        "!!set ",
        "!!omap ",
        "!!binary ",
        "!!int ",
        "!!float ",
        "!!timestamp ",
        "!x ",
        "%YAML 9.9",
        "...",
    ),
    *(
        "2024-13-45",
        "0x",
        "0b",
        "1:99",
        ".inf",
        "~",
        "yes",
        '"',
        "'",
        "\\x",
        '"\\ud800"',
        "\0",
        "\u2028",
        "\u202e",
        "\x1b[2J",
    ),
    *("9999-12-31T23:59:59+99:99", "0001-01-01T00:00:00+23:00", "http://[", "#", "@", "`", "é", "👍", "\t", "x"),
]


def test_a_pipe_in_the_folder_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert "a.md: this is no regular file" in _read_within_limits(tmp_path)


def test_a_file_of_gigabytes_is_told(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(3 * _GIGABYTE)
    mend = "divide it into several articles, or set LARGEST_ARTICLE (in MB)"
    told = f"a.md: the file has 3221.3 MB, more than 2 MB; {mend}\n"
    assert _read_within_limits(tmp_path).endswith(told)


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\nText.\n", "utf-8")

    def out_of_descriptors(_: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(os, "scandir", out_of_descriptors)
    with pytest.raises(InvalidArticles, match="the folder cannot be read"):
        load_articles(tmp_path)


def test_what_is_written_is_read_although_it_looks_like_an_alias() -> None:
    source = f"---\n{yaml.safe_dump({'title': '*a & b', 'authors': ['*x', '*x']})}---\nText."
    article = read_article(source, Path("a.md"))
    assert isinstance(article, Article)
    assert (article.title, article.authors) == ("*a & b", ("*x", "*x"))
