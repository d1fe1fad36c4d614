"""A question looked up: what was found, and whether it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.asked import Asked
from retrieval.evidence import Evidence
from retrieval.explanation import AskedWord, RankedPassage, Reasons
from retrieval.question import Question
from retrieval.reading import Sentence
from retrieval.refusal import Decision
from retrieval.shelf import Found


@dataclass(frozen=True, eq=False)
class Inquiry:
    """`found` is None when no word of the question occurs; `decision` also when the model never refuses.

    `abreast` are the sentences of several articles that answer about equally well (`Found.abreast`), if any do.
    """

    question: Question
    found: Found | None
    decision: Decision | None
    abreast: Sequence[Sentence] = ()

    @property
    def answered(self) -> bool:
        """Whether what was found answers the question."""
        return self.found is not None and (self.decision is None or self.decision.answered)

    @property
    def near(self) -> bool:
        """Whether what was found, though no answer, is worth to be shown."""
        return self.decision is not None and self.decision.near


def explained(inquiry: Inquiry, heard: Asked) -> Reasons:
    """The inquiry, for people to read. `heard` is its question as some shelf hears it, for when nothing was found."""
    question, found = inquiry.question, inquiry.found
    text = question.text[question.words[0].start : question.words[-1].end] if question.words else ""
    evidence = found.evidence if found else Evidence.nothing(heard.words)
    words = tuple(
        AskedWord(
            question.text[word.token.start : word.token.end],
            word.token.start,
            word.token.end,
            word.weight,
            word.rarity,
            word.in_sentence,
            word.in_article,
        )
        for word in evidence.words
    )
    passages = tuple(_passages(found)) if found else ()
    return Reasons(text, words, passages, evidence.signals if found else None, inquiry.decision)


def _passages(found: Found) -> Iterator[RankedPassage]:
    fields = found.shelf.by_field(found.asked, [passage for passage, _ in found.passages])
    for (passage, score), parts in zip(found.passages, fields, strict=True):
        best = next(sentence for sentence in found.ranked if sentence.passage == passage)
        yield RankedPassage(
            passage.article,
            passage.paragraph,
            *passage.span,
            score,
            tuple(parts.items()),
            best.span,
            found.sentences[best],
        )
