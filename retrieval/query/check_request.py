"""Whether a message asks if something is true, or was said so, and which part of it that is about.

"Stimmt das?" asks about what it replies to, "Ein Tag kostet fünf Euro, stimmt das?" about what stands before it, and
„Das Becken hat Sprünge“ alone, in quotation marks, about itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from retrieval.analysis.quotation_marks import marked_quotations
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.language import KNOWN
from retrieval.language.rules import union
from retrieval.query.asking_phrases import LONGEST_ASKING, asking_phrases

# Words that a claim has at least, where no border stands between it and what asks.
_SHORTEST_CLAIM = 3

# Words in quotation marks: fewer are the name of something.
_WORDS_OF_SPEECH = 3

_BORDER = re.compile(r"[,;:.!?…\n–—()„“”»«\"]| - ")


class CheckRequest(NamedTuple):
    """`claim` is what of the message is to be checked; empty: what the message replies to."""

    claim: str


@lru_cache(maxsize=256)
def check_request(message: str) -> CheckRequest | None:
    """What the message asks to be checked; None when it asks something else. Typing errors are forgiven."""
    words = words_of(message)
    quoted = [each.span for each in marked_quotations(message) if len(words_of(message, each.span)) >= _WORDS_OF_SPEECH]
    outside = [word for word in words if not any(span.start <= word.start < span.end for span in quoted)]
    if asking_phrases().asks(message, outside, with_tags=bool(quoted)):
        return CheckRequest(message if quoted else "")
    if message.startswith("/") and words and asking_phrases().is_command(words[0]):
        return CheckRequest(message[words[0].end :].strip(" :,"))
    claim = _claim(message, words, outside)
    if claim is None:
        around = "".join(
            message[one.end : other.start] for one, other in pairwise((Span(0, 0), *quoted, _end(message)))
        )
        return CheckRequest(message) if quoted and "?" not in around and _asks_nothing(message, outside) else None
    return CheckRequest("" if asking_phrases().is_idle(words_of(claim)) else claim)


def _end(message: str) -> Span:
    return Span(len(message), len(message))


def asking_tail(text: str, sentence: Span) -> int | None:
    """Where in the sentence the words begin that ask whether the rest of it is true; None when there are none."""
    words = words_of(text, sentence)
    if not words or "?" not in text[words[-1].end : sentence.end]:
        return None
    return next((word.start for word in _tails(text[: sentence.end], words)), None)


def _claim(message: str, words: Sequence[Word], outside: Sequence[Word]) -> str | None:
    """What stands before the words that ask, or behind them; None when nothing does, or a question of its own."""
    for word in _tails(message, words):
        claim = message[: word.start].rstrip(" \n,;:–—-(")
        return claim if _asks_nothing(claim, words_of(claim)) else None
    subordinating = union(rules.checking.subordinating for rules in KNOWN)
    for at in range(min(len(outside), LONGEST_ASKING), 0, -1):
        head = outside[:at]
        behind = message[head[-1].end :]
        if head[0] is words[0] and _BORDER.match(behind.lstrip(" ")) and asking_phrases().asks(message, head):
            claim = behind.lstrip(" ,;:.!?…\n–—-")
            opening = words_of(claim)[:1]
            depends = any(word.form in subordinating for word in opening)
            return claim if opening and not depends and _asks_nothing(claim, words_of(claim)) else None
    return None


def _tails(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """The first word of what asks at the end of the text, the longest first."""
    for at in range(max(1, len(words) - LONGEST_ASKING), len(words)):
        border = _BORDER.search(text, words[at - 1].end, words[at].start)
        question = "?" in text[words[-1].end :]
        if (border and asking_phrases().asks(text, words[at:], with_tags=question)) or (
            not border and at >= _SHORTEST_CLAIM and asking_phrases().opens(words[at:])
        ):
            yield words[at]


def _asks_nothing(text: str, words: Iterable[Word]) -> bool:
    """Whether these words of the text are no question of their own."""
    asking = union(rules.question_words for rules in KNOWN)
    return not any(word.form in asking for word in list(words)[:3]) and not text.rstrip().endswith("??")
