"""An article file: front matter, then the text. From bytes to an `Article`, or to all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from content.article import Article
from content.errors import ArticleFault
from content.files import LARGEST_ARTICLE, TOO_LARGE_MEND, TooLargeFile, UnsuitableFile, read_file
from content.front_matter import FrontMatter, FrontMatterFault, read_front_matter
from content.normalization import normalize
from content.paragraphs import split_paragraphs

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)

# What Unicode does not decompose, and how German writes its letters without umlauts.
_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

# Telegram's limit of a deep link's parameter, in which a slug must fit (core.telegram.org/bots/features#deep-linking).
_SLUG_LENGTH = 64


def read_article_file(path: Path, largest: int = LARGEST_ARTICLE) -> Article | tuple[ArticleFault, ...]:
    """The article that the file, of `largest` MB at most, holds, or every fault found in the file."""
    try:
        source = decode(read_file(path, largest))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return (ArticleFault(path, line, "the file is not UTF-8", "save it with the encoding UTF-8"),)
    except UnsuitableFile as error:
        return (ArticleFault(path, None, str(error), "write a text in its place, or remove it"),)
    except TooLargeFile as error:
        return (ArticleFault(path, None, str(error), TOO_LARGE_MEND),)
    except OSError as error:
        return (ArticleFault(path, None, f"the file cannot be read ({error.strerror})", "check its permissions"),)
    return read_article(source, path)


def read_article(source: str, path: Path) -> Article | tuple[ArticleFault, ...]:
    """The article that a file at `path` with this text (as `decode` gives it) holds, or every fault found in it."""
    front, text = parts_of(source)
    faults = list(faults_in(path, front))
    if not slug_of(path):
        faults.append(ArticleFault(path, None, "the file's name has no letter or digit", "rename it, e.g. election.md"))
    if not split_paragraphs(text):
        faults.append(ArticleFault(path, source.count("\n") + 1, "there is no text", 'write it below the second "---"'))
    if isinstance(front, FrontMatter) and not faults:
        return Article(text=text, slug=slug_of(path), **dict(front))
    return tuple(faults)


def parts_of(source: str) -> tuple[FrontMatter | tuple[FrontMatterFault, ...], str]:
    """The front matter of an article file, or every flaw of it, and the text below it."""
    front, text = split_source(source)
    if front is not None:
        return read_front_matter(front), text
    if source.startswith("---"):
        mend = 'write "---" on a line of its own below it'
        return (FrontMatterFault(0, 'the front matter has no second line "---"', mend),), source
    mend = 'begin the file with a line "---", then title: "The headline", then a line "---", then the text'
    return (FrontMatterFault(0, "the file has no front matter, so no title", mend),), source


def split_source(source: str) -> tuple[str | None, str]:
    """The YAML of an article file, None where there is none, and the text below it."""
    if found := _FRONT_MATTER.match(source):
        return found["yaml"], source[found.end() :].strip("\n")
    return None, source


def faults_in(path: Path, front: FrontMatter | tuple[FrontMatterFault, ...]) -> Iterator[ArticleFault]:
    """The flaws of a front matter as faults of its file."""
    if not isinstance(front, FrontMatter):
        for flaw in front:
            yield ArticleFault(path, flaw.line + 1, flaw.what, flaw.mend)  # + 1: the opening "---" is line 1


def decode(data: bytes) -> str:
    """The text of an article file; a byte order mark goes, and every line ends with a single line feed.

    Raises:
        UnicodeDecodeError: `data` is not UTF-8.
    """
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def slug_of(path: Path) -> str:
    """The short name of an article, from its file's name."""
    return slug_from(path.stem)


def slug_from(words: str) -> str:
    """The words as lower-case letters a-z, digits and hyphens, at most 64; empty when they have no letter or digit."""
    name = normalize("NFC", words).lower().translate(_PLAIN)
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_SLUG_LENGTH].strip("-")
