"""Article files written into the folder, never over another one."""

from __future__ import annotations

import itertools
from pathlib import Path

from bot.config.errors import AlreadyThere
from content import Article, ArticleFault, Draft, InvalidArticles
from content.article_file import read_article_file, slug_of
from content.files import article_files


def save(draft: Draft, folder: Path) -> Path:
    """Writes the draft as `<slug>.md` into the folder, and says where; a number is added where the slug is taken.

    Raises:
        InvalidText: the draft lacks a title or a text.
        InvalidArticles: a value cannot be written, or the folder is missing or cannot be written into.
        AlreadyThere: an article of the folder has the same text and title, or the same address.
    """
    path = free_path(draft, folder)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.file_text())
    except OSError as error:
        raise InvalidArticles([ArticleFault(path, None, f"it cannot be written ({error.strerror})", _MEND)]) from error
    return path


_MEND = "check the folder and its permissions"


def free_path(draft: Draft, folder: Path) -> Path:
    """Where `save` would write the draft now.

    Raises:
        InvalidText, InvalidArticles, AlreadyThere: as `save` does.
    """
    article = draft.article()
    if not folder.is_dir():
        raise InvalidArticles([ArticleFault(folder, None, "there is no such folder", "create it or set CONTENT_DIR")])
    files = article_files(folder)
    for path in files:
        other = read_article_file(path)
        if isinstance(other, Article) and _same(article, other):
            raise AlreadyThere(f"{path}: this article is there already; to change it, edit that file")
    taken = {slug_of(path) for path in files}
    names = itertools.chain([draft.slug], (f"{draft.slug}-{number}" for number in itertools.count(2)))
    return next(folder / f"{name}.md" for name in names if name not in taken)


def _same(article: Article, other: Article) -> bool:
    return article.version == other.version or (article.url is not None and article.url == other.url)
