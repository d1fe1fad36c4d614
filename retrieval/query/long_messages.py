"""Where a long message asks: most of it is text that somebody pasted, with the question behind it or before it."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.language import KNOWN
from retrieval.language.rules import union

# Code points: people ask in 10 to 300.
_LONG = 500

# A message that asks nowhere is read up to here (code points): the thousands of different terms of a pasted text would
# cost seconds and say nothing.
_MOST_READ = 2000

# A line without a question mark that opens with a question word is a question up to here, and beyond it a text's.
_LONGEST_LINE = 200

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[\"'“”»«)\]]*\s+|\n+")


def asking_part(text: str) -> Span:
    """The part of a message that asks: all of a short one; of a long one the questions at its end.

    Else those at its beginning, and when neither asks, as much of it as is read.
    """
    if len(text) <= _LONG:
        return Span(0, len(text))
    borders = [0, *(found.end() for found in _SENTENCE_ENDS.finditer(text)), len(text)]
    parts = [Span(start, end) for start, end in pairwise(borders) if text[start:end].strip()]
    idle = union(rules.small_talk for rules in KNOWN)
    while parts and len(text) - parts[-1].start <= _LONG and _all_in(idle, text, parts[-1]):
        parts.pop()  # "Danke!"
    last = list(takewhile(lambda part: _asks(text, part), reversed(parts)))
    first = [] if last else list(takewhile(lambda part: _asks(text, part), parts))
    if run := last[::-1] or first:
        return Span(run[0].start, run[-1].end)
    return Span(0, min(len(text), _MOST_READ))


def _all_in(listed: frozenset[str], text: str, part: Span) -> bool:
    return all(word.form in listed for word in words_of(text, part))


def _asks(text: str, part: Span) -> bool:
    written = text[part.start : part.end].strip()
    if len(written) > _LONG:
        return False
    if written.rstrip("\"'“”»«)] ").endswith("?"):
        return True
    words = words_of(text, part)
    is_line = part.start == 0 or text[part.start - 1] == "\n"
    asking = union(rules.question_words for rules in KNOWN)
    return is_line and len(written) <= _LONGEST_LINE and bool(words) and words[0].form in asking
