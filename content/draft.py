"""A draft: what may become an article file, and the text of that file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from content.article import Article
from content.article_file import faults_in, parts_of, read_article, slug_from
from content.errors import InvalidArticles, InvalidText
from content.files import TOO_LARGE_MEND, megabytes
from content.front_matter import UNSEEN, FrontMatter
from content.paragraphs import is_heading

# A file's name is cut between words, to fit in a line of a listing.
_LONGEST_NAME = 60
_NAMELESS = "article"

_UNSEEN = re.compile(f"[{UNSEEN}]")
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")


@dataclass(frozen=True, slots=True)
class Draft:
    """The text and what is known of it, by the keys of an article's front matter; None or empty where nothing is.

    `text` is what will stand below the front matter: blank lines separate paragraphs, lines that begin with "# " to
    "###### " are headings (`text_of` makes one of paragraphs that know nothing of that).
    """

    text: str
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    url: str | None = None
    licence: str | None = None
    sources: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The short name that the title gives: of at most 60 letters a-z, digits and hyphens, cut between words."""
        slug = slug_from(self.title or "")
        if len(slug) > _LONGEST_NAME:
            slug = slug[: _LONGEST_NAME + 1].rpartition("-")[0] or slug[:_LONGEST_NAME]
        return slug or _NAMELESS

    def article(self) -> Article:
        """The article that its file will hold.

        Raises:
            InvalidText: it has no title, or no text.
            InvalidArticles: a value cannot stand in the front matter; all of them are told.
        """
        if not self.title or not _tidy_value(self.title):
            raise InvalidText("No title was found. Give it one.")
        if not Article.from_text(tidy(self.text), title=self.title, language="de").paragraphs:
            raise InvalidText("There is no text to quote, only headings or nothing at all.")
        read = read_article(self.file_text(), Path(f"{self.slug}.md"))
        if not isinstance(read, Article):
            raise InvalidArticles(read)
        return read

    def check_size(self, largest: int) -> None:
        """Looks whether its file will be one that is read.

        Raises:
            InvalidText: it will have more than `largest` MB.
        """
        size = megabytes(len(self.file_text().encode()))
        if size > largest:
            raise InvalidText(f"The article has {size} MB, more than {largest} MB; {TOO_LARGE_MEND}.")

    def file_text(self) -> str:
        """The text of the article file. Reading it back gives the draft's values and text, tidied up."""
        known = {key: _tidy_value(value) for key, value in asdict(self).items() if key != "text" and value}
        front = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=float("inf"))
        return f"---\n{front}---\n\n{tidy(self.text)}\n"


def draft_of_file(source: str, path: Path) -> Draft:
    """The draft that is an article file already, given its text as `decode` gives it; `path` is for messages.

    Raises:
        InvalidArticles: its front matter is broken. It carries every fault.
    """
    front, text = parts_of(source)
    if not isinstance(front, FrontMatter):
        raise InvalidArticles(tuple(faults_in(path, front)))
    return Draft(text, **{key: getattr(front, key) for key in front.model_fields_set})


def tidy(text: str) -> str:
    """The text as a file can hold it: line ends as line feeds, no blank lines around it, nothing that UTF-8 has not."""
    encodable = text.encode("utf-8", "ignore").decode()
    return re.sub(r"\r\n?", "\n", encodable).strip("\n")


def text_of(paragraphs: Iterable[str]) -> str:
    """The paragraphs as the text of an article in which each stays one, and none of their lines becomes a heading.

    Blank paragraphs are left out, blank lines and white space at the ends of lines go.
    """
    return "\n\n".join(filter(None, map(paragraph, paragraphs)))


def paragraph(words: str) -> str:
    """One paragraph of `text_of`."""
    lines = [line for line in (line.strip() for line in _LINE_END.sub("\n", tidy(words)).split("\n")) if line]
    if not any(map(is_heading, lines)):
        return "\n".join(lines)
    line = " ".join(lines)
    # Indented by four blanks, no line is a heading (CommonMark 4.2); a paragraph is quoted without its indentation.
    return f"    {line}" if is_heading(line) else line


def heading(words: str, level: int) -> str:
    """A heading of level 1 to 6; empty when there are no words."""
    line = " ".join(words.split())
    return f"{'#' * min(max(level, 1), 6)} {line}" if line else ""


def _tidy_value(value: object) -> object:
    if isinstance(value, str):
        return " ".join(_UNSEEN.sub(" ", tidy(value)).split())
    if isinstance(value, tuple):
        return [_tidy_value(each) for each in value]
    return value
