"""Sentences: where one ends and the next begins.

A sentence ends at ".", "!", "?" or "…" (with the quotation marks and brackets that close behind it) when white space
and then something that can begin a sentence follow. What is left is to know the full stops that end none:
abbreviations, initials, ordinals. An item of a list is a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from content import Article, Paragraph
from retrieval.base.spans import Span
from retrieval.base.words import normalise
from retrieval.language import LanguageRules, rules_of

_CLOSING = "\"'“”‘’»«›‹)\\]*_"  # and Markdown's emphasis
_OPENING = "\"'„“”‚‘’»«›‹(\\[*_"

# From the first mark of a run on, and no other: else a line of a hundred thousand full stops takes minutes.
_END = re.compile(rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[{_CLOSING}]*+)(?=\s)")
_ITEM = re.compile(r"\n[^\S\n]*(?=(?:[-*•–]|\d{1,2}[.)])[ \t]+\S)")
_NEXT = re.compile(rf"\s+(?P<open>[{_OPENING}]*(?:[-–—]\s+[{_OPENING}]*)?)(?P<word>[\w\u0300-\u036f]*)")
_LAST_WORD = re.compile(r"(?:[^\W_]+\.)*[^\W_]+$")
_BEFORE_NUMBER = re.compile(r"(?P<word>[^\W\d_]+)(?:,?[ \u00a0]+|-)$")
_INITIALS = re.compile(r"(?:^|[\s(„“\"-])(?:[^\W\d_]\.)*[^\W\d_]$")

# Code points that are looked at before a full stop; without a limit a long paragraph takes quadratic time.
_LONGEST_WORD = 80

# Up to here a number before a full stop is more often an ordinal than the end of a sentence.
_LARGEST_ORDINAL_DIGITS = 3


def article_sentences(article: Article) -> tuple[tuple[Paragraph, tuple[Span, ...]], ...]:
    """The sentences of each paragraph of the article, in order; a heading is in none of them."""
    rules = rules_of(article.language)
    return tuple(
        (paragraph, split_sentences(article.text, Span(paragraph.start, paragraph.end), rules))
        for paragraph in article.paragraphs
    )


def split_sentences(text: str, within: Span, rules: LanguageRules) -> tuple[Span, ...]:
    """The sentences of `text[within.start:within.end]`, in order, without the white space around them.

    Nothing but white space lies between two of them.
    """
    borders = sorted({within.start, within.end, *_borders(text, within, rules)})
    sentences = (_strip(text, Span(start, end)) for start, end in pairwise(borders))
    return tuple(span for span in sentences if span.start < span.end)


def _strip(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _borders(text: str, within: Span, rules: LanguageRules) -> Iterator[int]:
    for item in _ITEM.finditer(text, within.start, within.end):
        yield item.end()
    for end in _END.finditer(text, within.start, within.end):
        following = _NEXT.match(text, end.end(), within.end)
        before = text[max(within.start, end.start() - _LONGEST_WORD) : end.start()]
        if following and _ends(before, end, following, rules):
            yield end.end()


def _ends(before: str, end: re.Match[str], following: re.Match[str], rules: LanguageRules) -> bool:
    """Whether the punctuation mark `end`, with the text `before` it, ends a sentence."""
    word = following["word"]
    if word[:1].islower() or not (word or following["open"]):
        return False
    if end["mark"] != ".":
        return True
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    if last.group().isdigit():
        return _number_ends(before, last.group(), word, rules)
    if end["close"]:
        return True
    return not (_is_abbreviation(last.group().lower(), word, rules) or _INITIALS.search(before))


def _is_abbreviation(last: str, following: str, rules: LanguageRules) -> bool:
    if last in rules.abbreviations:
        return True
    if following[:1].isdigit():  # "Art. 12", "Königstr. 4"
        return last in rules.abbreviations_before_numbers or last.endswith(rules.street_endings)
    return last in rules.abbreviations_before_names and following.lower() not in rules.stop_words


def _number_ends(before: str, number: str, word: str, rules: LanguageRules) -> bool:
    if not rules.before_cardinals or len(number) > _LARGEST_ORDINAL_DIGITS or word.lower() in rules.stop_words:
        return True
    if normalise(word) in rules.behind_ordinals:
        return False
    # "Der 1. FC Köln" and "frühe 2. Liga" go on; "jünger als 14. Trainer …" and "auf Platz 2. Trainer …" do not.
    last = _BEFORE_NUMBER.search(before.removesuffix(number))
    if last is None:
        return False
    is_noun = last["word"][0].isupper() and last["word"].lower() not in rules.stop_words
    return is_noun or last["word"].lower() in rules.before_cardinals
