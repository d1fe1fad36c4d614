"""Article files: written into the folder, never over another one, and read back as drafts."""

from __future__ import annotations

from pathlib import Path

from bot.config.errors import AlreadyThere
from bot.ingest.storage.files import free_slug
from content import LARGEST_ARTICLE, Article, ArticleFault, ContentError, Draft, InvalidArticles, draft_of_file
from content.article_file import decode, read_article_file, slug_of
from content.files import article_files, check_folder, read_file

_MEND = "check the folder and its permissions"


def save(draft: Draft, folder: Path, largest: int = LARGEST_ARTICLE) -> Path:
    """Writes the draft as `<slug>.md` into the folder, and says where; a number is added where the slug is taken.

    Raises:
        InvalidText: the draft lacks a title or a text, or has more than `largest` MB.
        InvalidArticles: a value cannot be written, or the folder is missing or cannot be written into.
        AlreadyThere: an article of the folder has the same text and title, or the same address.
    """
    path = free_path(draft, folder, largest)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.file_text())
    except OSError as error:
        raise InvalidArticles([ArticleFault(path, None, f"it cannot be written ({error.strerror})", _MEND)]) from error
    return path


def free_path(draft: Draft, folder: Path, largest: int = LARGEST_ARTICLE) -> Path:
    """Where `save` would write the draft now.

    Raises:
        InvalidText, InvalidArticles, AlreadyThere: as `save` does.
    """
    draft.check_size(largest)
    article = draft.article()
    check_folder(folder)
    files = article_files(folder)
    for path in files:
        other = read_article_file(path, largest)
        if isinstance(other, Article) and _is_same(article, other):
            raise AlreadyThere(f"{path}: this article is there already; to change it, edit that file")
    return folder / f"{free_slug(draft.slug, {slug_of(path) for path in files})}.md"


def parse_draft(data: bytes | None, path: Path) -> Draft | None:
    """The article that the file at this path has, given its bytes if there are any; None when it cannot be read."""
    try:
        return None if data is None else draft_of_file(decode(data), path)
    except (ContentError, UnicodeDecodeError):
        return None


def read_draft(path: Path) -> Draft | None:
    """The article that the file at this path has; None when there is none, or it cannot be read."""
    try:
        return parse_draft(read_file(path), path)
    except OSError:
        return None


def _is_same(article: Article, other: Article) -> bool:
    return article.version == other.version or (article.url is not None and article.url == other.url)
