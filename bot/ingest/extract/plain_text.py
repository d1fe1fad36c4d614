"""Texts and Markdown files as drafts."""

from __future__ import annotations

import re
from pathlib import Path

from content import Draft, draft_of_file, text_of
from content.paragraphs import heading_of

_BLANK_LINES = re.compile(r"\n\s*\n")

# A text's first line is its headline if it stands alone, is not longer than this, and does not end like a sentence.
_LONGEST_HEADLINE = 150
_SENTENCE_ENDS = (".", ":", ";", ",", "…")


def parse_text(text: str) -> Draft:
    """A text without markup. Blank lines separate its paragraphs; without any, each line that ends like one is one."""
    title, paragraphs = _headline(_paragraphs(text.strip()))
    return Draft(text_of(paragraphs), title)


def parse_markdown(text: str, name: str) -> Draft:
    """A Markdown file, also one that is an article file already. All markup but headings is quoted as it stands.

    Raises:
        InvalidArticles: it has front matter that cannot be read.
    """
    if text.startswith("---\n"):
        return draft_of_file(text, Path(name))
    first, _, rest = text.strip().partition("\n")
    if first.startswith(("# ", "#\t")) and (words := heading_of(first)):
        return Draft(rest.strip("\n"), words)
    title, _ = _headline(_BLANK_LINES.split(text.strip()))
    return Draft((rest if title else text).strip("\n"), title)


def _paragraphs(text: str) -> list[str]:
    blocks = _BLANK_LINES.split(text)
    lines = text.split("\n")
    if len(blocks) == 1 and sum(line.rstrip().endswith((*'.!?…"“”»«',)) for line in lines) > len(lines) / 2:
        return lines  # as word processors save it: a line a paragraph
    return blocks


def _headline(paragraphs: list[str]) -> tuple[str | None, list[str]]:
    first = paragraphs[0].strip()
    stands_alone = len(paragraphs) > 1 and "\n" not in first and 0 < len(first) <= _LONGEST_HEADLINE
    if stands_alone and not first.endswith(_SENTENCE_ENDS):
        return first, paragraphs[1:]
    return None, paragraphs
