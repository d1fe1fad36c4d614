"""A folder of article files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from content.article import Article
from content.article_file import read_article_file
from content.errors import ArticleFault, InvalidArticles


def load_articles(folder: Path | str) -> tuple[Article, ...]:
    """Every article of the folder and the folders in it (files named *.md), in the order of their paths.

    Raises:
        InvalidArticles: the folder is missing, or files are broken. It carries all faults of all files.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise InvalidArticles([ArticleFault(folder, None, "there is no such folder", "create it or set CONTENT_DIR")])
    faults: list[ArticleFault] = []
    read: dict[str, tuple[Path, Article]] = {}
    for path in article_files(folder):
        if not path.resolve().is_relative_to(folder.resolve()):
            faults.append(ArticleFault(path, None, "the link leads out of the folder", "copy the file here instead"))
            continue
        outcome = read_article_file(path)
        if not isinstance(outcome, Article):
            faults += outcome
        elif other := read.get(outcome.slug):
            what = f'its short name "{outcome.slug}" is also that of {other[0]}'
            faults.append(ArticleFault(path, None, what, "rename one of the two files"))
        else:
            read[outcome.slug] = path, outcome
    if faults:
        raise InvalidArticles(faults)
    return tuple(article for _, article in read.values())


def article_files(folder: Path) -> Sequence[Path]:
    """The files that are read as articles, in the order of their paths; also those in folders of the folder."""
    return sorted(path for path in folder.rglob("*.md") if not path.name.startswith("."))
