"""What of a question the articles do not say, in a line above the quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.messages.formatting import FormattedText, without_autolinks
from bot.messages.texts import Texts
from bot.replies.wording import enumeration, in_marks
from content import Article
from retrieval import Answer, PartKind, Retriever, Span, UnsupportedPart
from retrieval.base.words import normalise
from retrieval.language import rules_of

# More would not be read.
_MOST = 3

_FIGURES = (PartKind.NUMBER, PartKind.YEAR, PartKind.DATE, PartKind.WEEKDAY)


def unsupported_line(answer: Answer, retriever: Retriever, texts: Texts) -> FormattedText:
    """That the articles do not have a name or figure of the question, or have another one; empty when all is well.

    Of what the article has instead only that is told which the quote shows; a name is told to stand elsewhere.
    """
    told = answer.unsupported_parts[:_MOST]
    absent = list(dict.fromkeys(_written(part, answer) for part in told if _is_lacking(part, answer)))
    sentences = [_lacking(absent, answer, retriever, texts)] if absent else []
    sentences += [_at_odds(part, answer, texts) for part in told if not _is_lacking(part, answer)]
    return without_autolinks(" ".join(dict.fromkeys(filter(None, sentences))))


def is_contradicted(answer: Answer) -> bool:
    """Whether the quote shows what stands in the place of all that the question has wrong: it is what was asked for."""
    parts = answer.unsupported_parts[:_MOST]
    return bool(parts) and all(_instead(part, answer) and not _is_lacking(part, answer) for part in parts)


def refused_parts(answer: Answer, retriever: Retriever, texts: Texts) -> list[str]:
    """The names and figures of a question without answer that no article has, in quotation marks."""
    written = dict.fromkeys(_written(part, answer) for part in answer.unsupported_parts[:_MOST] if part.absent)
    return [in_marks(words, texts) for words in written if not _occurs(words, retriever.articles)]


def with_instead_highlighted(answer: Answer) -> Answer:
    """The answer with that alone in bold in its first quote which stands there instead of what was asked."""
    places: list[Span] = []
    for place in sorted(part.instead for part in answer.unsupported_parts if part.instead and _instead(part, answer)):
        if not places or places[-1].end <= place.start:
            places.append(place)
    if not places:
        return answer
    first = replace(answer.quotes[0], highlights=tuple(places))
    return replace(answer, quotes=(first, *answer.quotes[1:]))


def _is_lacking(part: UnsupportedPart, answer: Answer) -> bool:
    """Whether it is told that the articles do not have it, and not what they have instead."""
    return part.absent and not (part.kind in _FIGURES and _instead(part, answer))


def _lacking(absent: Sequence[str], answer: Answer, retriever: Retriever, texts: Texts) -> str:
    """That the articles do not have these words at all; of several, one that was not found may have them."""
    words = enumeration([in_marks(each, texts) for each in absent], texts)
    if any(_occurs(each, retriever.articles) for each in absent):
        return texts("unsupported-in-this-article", words=words) if answer.quotes else ""
    return texts("unsupported-absent", articles=len(retriever.articles), words=words)


def _occurs(words: str, articles: Sequence[Article]) -> bool:
    """Whether one of several articles has them, in which the question was not looked up."""
    return len(articles) > 1 and any(words in article.text for article in articles)


def _at_odds(part: UnsupportedPart, answer: Answer, texts: Texts) -> str:
    """What the quote has in place of the part, worded by the part's kind.

    When the quote does not show it: of a name, that the article does not say this of it; else nothing.
    """
    written, instead = _written(part, answer), _instead(part, answer)
    words = {"words": in_marks(written, texts), "instead": in_marks(instead, texts)}
    if part.kind is PartKind.ROLE:
        return texts("unsupported-role" if instead else "unsupported-role-unnamed", **words)
    if not instead:
        misplaced = part.kind is PartKind.NAME and answer.quotes
        return texts("unsupported-elsewhere", **words) if misplaced else ""
    if part.kind is PartKind.NEGATION:
        negations = rules_of(answer.quotes[0].article.language).premises.negations
        return texts(f"unsupported-{'with' if normalise(instead) in negations else 'denied'}", **words)
    if part.kind is PartKind.OPPOSITE:
        return texts("unsupported-opposite", **words)
    if written.isdecimal() and instead.isdecimal():  # a bare figure needs no marks
        words = {"words": written, "instead": instead}
    return texts("unsupported-instead", **words)


def _written(part: UnsupportedPart, answer: Answer) -> str:
    return answer.question[part.span.start : part.span.end]


def _instead(part: UnsupportedPart, answer: Answer) -> str:
    """What the first quote shows in the part's place; empty when it is not known, or not shown."""
    place = part.instead
    shown: Iterator[Span] = (span for quote in answer.quotes[:1] for span in quote.spans)
    if place is None or not any(span.covers(place) for span in shown):
        return ""
    return answer.quotes[0].article.text[place.start : place.end]
