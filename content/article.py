"""An article and its paragraphs: the text as it was written, never changed, only measured."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from content.errors import InvalidText
from content.paragraphs import Paragraph, split_paragraphs


@dataclass(frozen=True, eq=False)
class Article:
    """A text that can be quoted, and what is known of where it comes from.

    All offsets into `text` count Unicode code points (Python string indices), end exclusive.
    What is not known is None or empty. Two articles are equal only when they are the same object.

    Raises:
        InvalidText: the title is blank, or the language is not a code such as "de".
    """

    text: str = field(repr=False)
    title: str
    language: str
    slug: str = ""
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    url: str | None = None
    licence: str | None = None
    sources: tuple[str, ...] = field(default=(), repr=False)
    questions: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidText("An article needs a title.")
        if not self.language.isalpha():
            raise InvalidText(f'"{self.language}" is not a language code such as "de".')
        if not self.slug:
            object.__setattr__(self, "slug", self.version)

    @classmethod
    def from_text(cls, text: str, *, title: str, language: str) -> Article:
        """An article of bare text: `article.text` is `text`, untouched.

        Blank lines separate paragraphs; lines that begin with "# " to "###### " are headings. A text without
        paragraphs is allowed here; a `Retriever` refuses it.

        Raises:
            InvalidText: the title is blank or the language is not a code such as "de".
        """
        return cls(text=text, title=title, language=language)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in the order of the text; headings are none. Split when first asked for."""
        return split_paragraphs(self.text)

    @cached_property
    def version(self) -> str:
        """Eight hexadecimal digits that change with the title or the text, to check a stored reference by."""
        content = f"{self.title}\0{self.text}".encode("utf-8", "surrogatepass")
        return hashlib.blake2s(content, digest_size=4).hexdigest()

    @property
    def outline(self) -> tuple[tuple[str, int], ...]:
        """The headings that stand above paragraphs, in order, each with the number of the first paragraph below it."""
        found: list[tuple[str, int]] = []
        for paragraph in self.paragraphs:
            if paragraph.heading and (not found or found[-1][0] != paragraph.heading):
                found.append((paragraph.heading, paragraph.number))
        return tuple(found)
