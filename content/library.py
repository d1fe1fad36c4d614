"""A folder of article files."""

from __future__ import annotations

import os
from pathlib import Path

from content.article import Article
from content.article_cache import ArticleCache
from content.errors import ArticleFault, InvalidArticles
from content.files import article_files


def load_articles(folder: Path | str, *, kept: Path | None = None) -> tuple[Article, ...]:
    """Every article of the folder and the folders in it (files named *.md), in the order of their paths.

    `kept` is another folder, in which the articles are kept as they were read: to read thousands of files takes long,
    to see which ones have changed does not.

    Raises:
        InvalidArticles: the folder is missing, or files are broken. It carries all faults of all files.
    """
    folder = Path(folder)
    if fault := _folder_fault(folder):
        raise InvalidArticles([fault])
    faults: list[ArticleFault] = []
    read: dict[str, tuple[Path, Article]] = {}
    known = ArticleCache(kept)
    for path in article_files(folder):
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            faults.append(ArticleFault(path, None, "the link leads out of the folder", "copy the file here instead"))
            continue
        outcome = known.read(path)
        if not isinstance(outcome, Article):
            faults += outcome
        elif other := read.get(outcome.slug):
            what = f'its short name "{outcome.slug}" is also that of {other[0]}'
            faults.append(ArticleFault(path, None, what, "rename one of the two files"))
        else:
            read[outcome.slug] = path, outcome
    if faults:
        raise InvalidArticles(faults)
    known.save()
    return tuple(article for _, article in read.values())


def _folder_fault(folder: Path) -> ArticleFault | None:
    """Why the folder cannot be looked into; None: it can."""
    try:
        with os.scandir(folder):
            return None
    except (FileNotFoundError, NotADirectoryError):
        return ArticleFault(folder, None, "there is no such folder", "create it or set CONTENT_DIR")
    except OSError as error:
        return ArticleFault(folder, None, f"the folder cannot be read ({error.strerror})", "let this user read it")
