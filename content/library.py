"""A folder of article files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from content.article import Article
from content.article_cache import ArticleCache
from content.article_file import slug_of
from content.errors import ArticleFault, InvalidArticles
from content.files import LARGEST_ARTICLE, article_files, check_folder


class ArticleFolder(NamedTuple):
    """The articles of a folder, in the order of their files' paths, and every fault of those files that are broken."""

    articles: tuple[Article, ...]
    faults: tuple[ArticleFault, ...]


def load_articles(
    folder: Path | str, *, kept: Path | None = None, largest: int = LARGEST_ARTICLE
) -> tuple[Article, ...]:
    """Every article of the folder and the folders in it (files named *.md), in the order of their paths.

    `kept` is another folder, in which the articles are kept as they were read: to read thousands of files takes long,
    to see which ones have changed does not. A file of more than `largest` MB is broken.

    Raises:
        InvalidArticles: the folder is missing, or files are broken. It carries all faults of all files.
    """
    articles, faults = read_articles(folder, kept=kept, largest=largest)
    if faults:
        raise InvalidArticles(faults)
    return articles


def read_articles(
    folder: Path | str,
    *,
    kept: Path | None = None,
    last_good: Iterable[Article] = (),
    largest: int = LARGEST_ARTICLE,
) -> ArticleFolder:
    """The same, without the files that are broken. Of a broken file that one stays which `last_good` has of it.

    Raises:
        InvalidArticles: the folder is missing, or there are files, and none of them is good.
    """
    folder = Path(folder)
    check_folder(folder)
    faults: list[ArticleFault] = []
    read: dict[str, tuple[Path, Article]] = {}
    known, before = ArticleCache(kept, largest), {article.slug: article for article in last_good}
    for path in article_files(folder):
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            faults.append(ArticleFault(path, None, "the link leads out of the folder", "copy the file here instead"))
            continue
        outcome = known.read(path)
        if not isinstance(outcome, Article):
            faults += outcome
            if (slug := slug_of(path)) in before and slug not in read:
                read[slug] = path, before[slug]
        elif other := read.get(outcome.slug):
            what = f'its short name "{outcome.slug}" is also that of {other[0]}'
            faults.append(ArticleFault(path, None, what, "rename one of the two files"))
        else:
            read[outcome.slug] = path, outcome
    if faults and not read:
        raise InvalidArticles(faults)
    known.save()
    return ArticleFolder(tuple(article for _, article in read.values()), tuple(faults))
