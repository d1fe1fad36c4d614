"""Interviews: who asks and who answers, by the whole of the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from content import Article
from retrieval.base.spans import Span
from retrieval.base.words import normalise, words_of

# What may stand behind the question mark of a question: quotation marks, brackets, Markdown's emphasis.
_CLOSING = "\"'“”‘’»«›‹)]*_"

# "Rundschau: …", "**Lohmann:** …", "Lohmann (lacht): …": who speaks, before what is said.
_LABEL = re.compile(r"[\W_]{0,4}(?P<name>[^\W\d_](?:[^:\n?!]{0,40}[\w).])?)[\W_]{0,3}:[*_]*\s")
_REMARK = re.compile(r"\([^()]*\)")

# A stretch in bold or italics at the beginning of a paragraph, to its end or to white space: "**Und sonst?** Nichts."
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_\n]+)(?<=\S)(?P=mark)(?=\s|$)")

# Words that end like sentences; a heading in bold does not.
_SENTENCE = re.compile(rf"[.!?…:][{re.escape(_CLOSING)}]*$")

# An article with fewer that ask is none: others ask a question now and then.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in an interview before somebody else does, or a paragraph of it.

    `label` is the name that stands before it, or before the paragraph that it goes on from; `asks` whether it belongs
    to whoever asks. `emphasised`: it is all in bold or italics. `continues`: it goes on from the paragraph before.
    """

    span: Span
    label: str = ""
    asks: bool = False
    emphasised: bool = False
    continues: bool = False


def asks(text: str) -> bool:
    """Whether the text ends in a question."""
    return text.rstrip(_CLOSING + " \n").endswith("?")


def turns_of(article: Article) -> tuple[Turn, ...]:
    """The turns of an article that is an interview, from the first to the end of the text; none in any other.

    An interview asks at least three questions, as paragraphs or lines of their own, or as headings; or its paragraphs
    begin with the names of those who speak by turns. Where labels name who speaks, what an asking one says without a
    question mark belongs to it, too; where questions are in bold or italics, plain ones belong to the answers.
    """
    pieces = list(_pieces(article))
    labelled = _by_label(article.text, pieces)
    return tuple(labelled or _by_question(article.text, pieces) or _by_heading(article))


def belongs_to_question(turns: Sequence[Turn], at: int) -> bool:
    """Whether what stands at this offset is part of what somebody asks."""
    nearest = bisect_right(turns, at, key=lambda turn: turn.span.start) - 1
    return nearest >= 0 and turns[nearest].asks and at < turns[nearest].span.end


def _pieces(article: Article) -> Iterator[Turn]:
    """The paragraphs; of those that hold more than one turn the lines, and the questions in bold."""
    text = article.text
    for paragraph in article.paragraphs:
        lines = list(_lines(text, Span(paragraph.start, paragraph.end)))
        starts = [line.start for line in lines[1:] if _LABEL.match(text, line.start, line.end)]
        for line in lines:
            emphasis = _EMPHASIS.match(text, line.start, line.end)
            if emphasis and asks(emphasis["words"]):
                starts += [line.start, emphasis.end()]
        borders = sorted({paragraph.start, *starts, paragraph.end})
        for start, end in pairwise(borders):
            if text[start:end].strip():
                yield _piece(text, Span(start, end))


def _lines(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for line in text[within.start : within.end].splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _piece(text: str, span: Span) -> Turn:
    words = text[span.start : span.end].strip()
    label = _LABEL.match(text, span.start, span.end)
    name = " ".join(_REMARK.sub("", label["name"]).split()) if label else ""
    emphasis = _EMPHASIS.match(words)
    return Turn(span, name, asks(words), emphasised=emphasis is not None and emphasis.end() == len(words))


def _by_label(text: str, pieces: Sequence[Turn]) -> list[Turn]:
    """Turns that names before colons set off; empty when no two names take turns."""
    times = Counter(piece.label for piece in pieces if piece.label)
    recurring = {label for label, count in times.items() if count > 1}
    at = [number for number, piece in enumerate(pieces) if piece.label in recurring]
    if len(recurring) < 2 or len(at) < 2 * _FEWEST - 2:
        return []
    lead = {word.form for word in words_of(text, Span(0, pieces[at[0]].span.start))}
    speaking = recurring | {label for label in times if normalise(label.split()[-1]) in lead}
    changes = sum(pieces[one].label != pieces[other].label for one, other in pairwise(at))
    if 2 * changes < len(at) or 2 * len(at) < len(pieces):
        return []
    asked = Counter(piece.label for piece in pieces if piece.asks)
    interviewers = {label for label in speaking if 2 * asked[label] > times[label]}
    turns, current = [], ""
    for piece in pieces[at[0] :]:
        own = piece.label in speaking
        current = piece.label if own else current
        turns.append(replace(piece, label=current, asks=current in interviewers, continues=not own))
    return turns


def _by_question(text: str, pieces: Sequence[Turn]) -> list[Turn]:
    """Turns that questions set off, in bold or italics or by themselves; empty when there are too few."""
    emphasised = sum(piece.asks and piece.emphasised for piece in pieces) >= _FEWEST
    turns: list[Turn] = []
    for piece in pieces:
        words = text[piece.span.start : piece.span.end].strip()
        asking = piece.emphasised and bool(_SENTENCE.search(words)) if emphasised else piece.asks
        if asking or turns:
            behind_question = bool(turns) and turns[-1].asks
            turns.append(replace(piece, label="", asks=asking, continues=not asking and not behind_question))
    return turns if sum(turn.asks for turn in turns) >= _FEWEST else []


def _by_heading(article: Article) -> list[Turn]:
    """Turns that questions as headings set off: "## Wie lange dauert das noch?"; empty when there are too few."""
    turns: list[Turn] = []
    above, end = None, 0
    for paragraph in article.paragraphs:
        heading, behind_question = paragraph.heading or "", False
        if heading != above and asks(heading):
            start = article.text.find(heading, end)
            turns.append(Turn(Span(start, start + len(heading)), asks=True))
            behind_question = True
        if turns:
            turns.append(Turn(Span(paragraph.start, paragraph.end), continues=not behind_question))
        above, end = paragraph.heading, paragraph.end
    return turns if sum(turn.asks for turn in turns) >= _FEWEST else []
