"""Tokens: the words, numbers and punctuation marks of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from retrieval.attribution.syntax.quotation import Quotation
from retrieval.attribution.syntax.word_pattern import once_each_word
from retrieval.base.spans import Span
from retrieval.language.rules import words

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+){0,5}(?![\w-]))"
    # "Gesundheits-, Sozial- und Integrationsdirektor" is one word, too
    r"|(?P<ellipsis>[A-ZÄÖÜ]\w{1,30}-(?:, \w{1,30}-){0,4} (?:und|oder|sowie|and|or) \w{1,30}(?!\w|-\s))"
    r"|(?P<word>[^\W_]+(?:(?:[-'’/&]|\.(?![^\W\d_a-zäöüß][a-zäöüß]))[^\W_]+)*(?:-(?=\s))?)|(?P<mark>''|\S)",
)
# Nobody writes longer ones; what is longer is no language, and is read to here only.
_LONGEST_SENTENCE = 250  # tokens
_SMALL_NAMES = words("taz dpa ddp epd sid apa ver.di")
_AGED = re.compile(r"\d{1,3}-Jährige[nr]?$")
_INNER_CAPITAL = re.compile(r"[-./'’][^\W\d_a-zäöüß]|^[a-z-]+\.[a-z]{2,3}$|[a-z][A-Z]")


class SyntaxToken(NamedTuple):
    """A word or a mark. `start` and `end` count from the start of the article.

    `capital` is whether it is written like a name or a German noun: "Minister", "dpa-Meldung", "amazon.de".
    `quoted` is whether it is part of somebody's words in quotation marks; a title in quotation marks is not.
    """

    form: str
    lower: str
    start: int
    end: int
    word: bool
    capital: bool
    quoted: bool


def tokens_of(
    text: str, within: Span, quoted: Sequence[Quotation], abbreviations: frozenset[str]
) -> tuple[SyntaxToken, ...]:
    """The tokens of `text[within.start:within.end]`; an abbreviation's full stop is part of it, unless it ends all."""
    found: list[SyntaxToken] = []
    position, nearest = within.start, 0
    while len(found) < _LONGEST_SENTENCE and (match := _TOKEN.search(text, position, within.end)):
        start, position = match.span()
        form = match.group()
        if match["word"] and text[position : position + 1] == "." and position + 1 < within.end:
            if form.lower() in abbreviations or (len(form) == 1 and form.isupper()):
                position += 1
                form += "."
        elif match["number"] and text[position : position + 2] == ". ":
            position += 1
            form += "."
        while nearest < len(quoted) and quoted[nearest].end <= start:
            nearest += 1
        speech = nearest < len(quoted) and quoted[nearest].speech and quoted[nearest].covers(start, position)
        found.append(
            SyntaxToken(form, form.lower(), start, position, not match["mark"], _is_capital(form), speech),
        )
    return tuple(found)


@once_each_word
def _is_capital(form: str) -> bool:
    return (
        form in _SMALL_NAMES
        or form[0].isupper()
        or bool(_AGED.match(form))
        or (len(form) > 2 and form[0].isalpha() and bool(_INNER_CAPITAL.search(form)))
    )
