"""Quotations: the stretches of a text that stand in quotation marks, whatever their style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.base.spans import Span

# What closes a mark: German and Polish write „…“ or „…”, English “…”, Swiss and French «…», German books »…«.
_CLOSED_BY = {
    "„": "“”\"",
    "“": "”\"",
    "”": "”",
    "»": "«",
    "«": "»",
    '"': '"“”',
    "‚": "‘’",
    "‘": "’",
    "›": "‹",
    "‹": "›",
    "''": "''",
    "'": "'",
}  # fmt: skip
_MARK = re.compile("''|[„“”»«\"‚‘’›‹']")
_SENTENCE_END = re.compile(r"[.!?…,]\W{0,2}$")  # English puts the comma of “No,” he said inside
# Nouns for what has a title, right before it.
_WORK = re.compile(
    r"\b(?:[\w-]*(?:roman|film|stück|buch|lied|song|serie|album|gemälde|oper|musical|hörspiel|ausstellung|reihe|"
    r"projekt|titel|motto|komödie|erzählung|broschüre|doku|dokumentation|podcast|schlager|hymne)s?|novel|play|book|"
    r"series|exhibition|painting|title|opera|poem) $",
    re.IGNORECASE,
)
_LONGEST_WORK = 40
# What opens a sentence and has a comma and a verb behind it is said, however short: „Elf“, sagt sie.
_FRAME = re.compile(
    r"\s?,\s+(?!(?:d(?:er|ie|as|em|en|essen|eren)|eine?[mnrs]?|und|oder|aber|wo|was|wie|dass|als|wenn|w[eo]\w+|mit|von|aus|"
    r"im|in|an|auf|bei|nach|also|oft|k?eine?|auch|and|or|the|an?|which|who|by|from)\b)[a-zäöü]"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:…“”\"«»]\s{1,2}|\n\s*)$")
_WORD = re.compile(r"\w+")
_AMBIGUOUS = frozenset("“”»«\"''‘’›‹'")

# Shorter ones are names of things, or single words held up with tongs, unless they end as sentences do.
_WORDS_OF_SPEECH = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks; `start` and `end` count from the start of the article, marks included.

    `speech` is whether it is long enough, or punctuated, to be somebody's words rather than a title or a term.
    """

    start: int
    end: int
    speech: bool

    def covers(self, start: int, end: int) -> bool:
        """Whether the stretch from `start` to `end` lies between the marks."""
        return self.start < start and end < self.end


def quotations(text: str, within: Span) -> tuple[Quotation, ...]:
    """The outermost quotations in `within`, in order.

    One that is never closed runs to the end of `within` when it opens there, which is how quotations of several
    paragraphs are written; elsewhere an unclosed mark is a slip and opens nothing.

    Example: „Er sagte: ‚Nein‘“, so der Minister.  ->  one quotation, the inner one is part of it.
    """
    return tuple(_quotations(text, within))


def _quotations(text: str, within: Span) -> Iterator[Quotation]:
    marks = list(_MARK.finditer(text, within.start, within.end))
    closers = _next_closers(text, marks, within)
    position = 0
    while position < len(marks):
        mark = marks[position]
        if not _opens(text, mark, within):
            position += 1
            continue
        closing = closers[position]
        if closing is not None:
            words, end = text[mark.end() : marks[closing].start()], marks[closing].end()
            speech = (_is_speech(words) or _has_frame(text, mark.start(), end)) and not _is_title(text, mark.start())
            yield Quotation(mark.start(), end, speech)
            position = closing + 1
        elif mark.start() == within.start and mark.group() not in ("'", "''"):
            yield Quotation(mark.start(), within.end + 1, True)
            return
        else:
            position += 1


def _next_closers(text: str, marks: list[re.Match[str]], within: Span) -> list[int | None]:
    """For every mark the index of the mark that would close it; read from the back, so that it takes linear time."""
    nearest: dict[str, int] = {}
    closers: list[int | None] = [None] * len(marks)
    for index in range(len(marks) - 1, -1, -1):
        form = marks[index].group()
        found = [nearest[closer] for closer in _closing_forms(form) if closer in nearest]
        closers[index] = min(found, default=None)
        if _closes(text, marks[index], within):
            nearest[form] = index
    return closers


def _closing_forms(form: str) -> tuple[str, ...]:
    return ("''",) if form == "''" else tuple(_CLOSED_BY.get(form, ""))


def _opens(text: str, mark: re.Match[str], within: Span) -> bool:
    if mark.group() not in _CLOSED_BY:
        return False
    if mark.group() not in _AMBIGUOUS:
        return True
    before = text[mark.start() - 1] if mark.start() > within.start else " "
    after = text[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (before.isspace() or before in "([–—-/:")


def _closes(text: str, mark: re.Match[str], within: Span) -> bool:
    """An apostrophe inside a word, and a mark behind white space, close nothing."""
    if mark.start() == within.start:
        return False
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if mark.group() in ("'", "’", "''"):
        return not before.isspace() and not after.isalnum()
    return not before.isspace() or not after.isalnum()


def _is_title(text: str, mark: int) -> bool:
    """Whether a work, whose title this is, stands before the mark: the novel "…" """
    return bool(_WORK.search(text, max(0, mark - _LONGEST_WORK), mark))


def _has_frame(text: str, start: int, end: int) -> bool:
    opens = _SENTENCE_START.search(text, max(0, start - 3), start) is not None
    return opens and _FRAME.match(text, end) is not None


def _is_speech(words: str) -> bool:
    return len(_WORD.findall(words)) >= _WORDS_OF_SPEECH or bool(_SENTENCE_END.search(words))
