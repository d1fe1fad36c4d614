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
# "« Oui ! »" has blanks within its marks.
_END = re.compile(rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[{_CLOSING}]*+(?:[ \u00a0\u202f]»(?=\s))?+)(?=\s)")
_ITEM = re.compile(r"\n[^\S\n]*(?=(?:[-*•–]|\d{1,2}[.)])[ \t]+\S)")
_NEXT = re.compile(rf"\s+(?P<open>[{_OPENING}]*(?:[-–—]\s+[{_OPENING}]*)?)(?P<word>[^\W\d_]\.|[\w\u0300-\u036f]*)")
_LAST_WORD = re.compile(r"(?:[^\W_]+\.)*[^\W_]+$")
_BEFORE_NUMBER = re.compile(r"(?P<word>[^\W\d_]+)(?:[,.]?[ \u00a0]+|-)$")
_INITIALS = re.compile(r"(?:^|(?<=[\s(„“\"-]))(?:[^\W\d_]\.[ \u00a0]?)*[^\W\d_]$")
_WITHOUT_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]?[bcdfghjklmnpqrstvwxz]+")
_PART_OF_FIGURE = re.compile(r"\d[:,]\d+$")

# Code points that are looked at before a full stop; without a limit a long paragraph takes quadratic time.
_LONGEST_WORD = 80

# Up to here a number before a full stop is more often an ordinal than the end of a sentence.
_LARGEST_ORDINAL_DIGITS = 3

# "Sie ist 1. Vorsitzende" goes on, "Er ist 18. Gewählt …" does not.
_LARGEST_COMMON_ORDINAL = 12


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
        return bool(_PART_OF_FIGURE.search(before)) or _number_ends(before, last.group(), word, rules)
    if end["close"]:
        return True
    return not (
        _is_abbreviation(last.group(), word, rules)
        or _are_initials(before, word, rules)
        or _is_shortened(before, last.group(), word, rules)
    )


def _is_abbreviation(last: str, following: str, rules: LanguageRules) -> bool:
    if len(last) > 1 and last.isalpha() and last.isupper():
        return False  # "bei der EM." is no professor "em."
    form = last.lower()
    if form in rules.abbreviations or (form == "co" and following in rules.legal_forms):
        return True
    if form in rules.abbreviations_before_dates and (last[0].isupper() or "." in last):
        return _is_of_date(following, rules)
    if following[:1].isdigit():  # "Art. 12", "Königstr. 4"
        return form in rules.abbreviations_before_numbers or form.endswith(rules.endings_before_numbers)
    return form in rules.abbreviations_before_names and following.lower() not in rules.stop_words


def _is_shortened(before: str, last: str, following: str, rules: LanguageRules) -> bool:
    """Whether the word has no vowel, as none but abbreviations: "Lkr.", "Hptm."; not acronyms, and units ("5 km.")."""
    if not _WITHOUT_VOWEL.fullmatch(last) or following.lower() in rules.stop_words:
        return False
    return not before.removesuffix(last).rstrip()[-1:].isdigit()


def _is_of_date(word: str, rules: LanguageRules) -> bool:
    """Whether a date can go on with this word, or a time of day: "Do. 5. März", "5 p.m. Monday", "5 p.m. EST"."""
    form = word.lower()
    is_zone = len(word) > 1 and word.isupper()
    return word[:1].isdigit() or is_zone or rules.long_forms.get(form, form) in rules.answer_types.months


def _are_initials(before: str, following: str, rules: LanguageRules) -> bool:
    """Whether the text ends with letters that stand for words, and goes on: "J. F. Kennedy", "der U.S. Senat"."""
    letters = _INITIALS.search(before)
    if letters is None:
        return False
    form = "".join(letters.group().split()).lower()
    if form in rules.abbreviations_before_dates:
        return _is_of_date(following, rules)
    # "A. Die Lage" is a numbered part.
    return form in rules.abbreviations or following.lower() not in rules.stop_words or letters.start() == 0


def _number_ends(before: str, number: str, word: str, rules: LanguageRules) -> bool:
    if not rules.before_cardinals or len(number) > _LARGEST_ORDINAL_DIGITS or word.lower() in rules.stop_words:
        return True
    if normalise(word) in rules.behind_ordinals:
        return False
    # "Der 1. FC Köln" and "frühe 2. Liga" go on; "jünger als 14. Trainer …" and "auf Platz 2. Trainer …" do not.
    last = _BEFORE_NUMBER.search(before.removesuffix(number))
    if last is None:
        return False
    form = last["word"].lower()
    is_noun = last["word"][0].isupper() and form not in rules.stop_words
    is_large = int(number) > _LARGEST_COMMON_ORDINAL
    return is_noun or form in rules.before_cardinals or (is_large and form in rules.before_large_cardinals)
