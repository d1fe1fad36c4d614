"""Words of a question that a reader does not find in what answers it.

The reader is trained on questions of which one thing was made false. So it notices what no list of words knows: that
somebody was dismissed where the question has resigned, or that it was a cow and no horse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from retrieval.analysis.terms import has_word
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.encoder.text import QUESTION_LIMIT, clean
from retrieval.scoring.article_index import ArticleIndex
from retrieval.scoring.decision.windows import ReadWindow
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.search_result import SearchResult

# From which logit on a word is told, by reader and by the article's language. Drawn on pairs of true and false
# questions about articles that it was not trained on, so that few of the true ones have such a word.
_LEAST: Mapping[str, Mapping[str, float]] = {}

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w(?:.*\w)?")


def unsupported_words(found: SearchResult, windows: Sequence[ReadWindow], reader: str) -> Iterator[UnsupportedPart]:
    """The word of the question that the window which likeliest answers says least of, if it is hardly said at all.

    Windows of one article, which a reader of this name read. Of a question in another language, none.
    """
    best = max(windows, key=lambda window: window.logit, default=None)
    if best is None:
        return
    article = best.sentence.passage.article
    least = _LEAST.get(reader, {}).get(article.language)
    query = found.query
    if least is None or query.question.is_foreign_to(article.language):
        return
    for place, logit in sorted(_words(query.question.text, best.unsupported), key=lambda each: -each[1])[:1]:
        if logit >= least:
            known = any(_stands(place, query.question.text, index) for index in found.indexes.values())
            yield UnsupportedPart(place, PartKind.WORD, absent=not known)


def _words(text: str, logits: Sequence[float]) -> Iterator[tuple[Span, float]]:
    """The places of words in the message, with what the reader says of each; of what it was given otherwise, none."""
    cleaned = clean(text, QUESTION_LIMIT).split()
    for word, read, logit in zip(_WORD.finditer(text), cleaned, logits, strict=False):
        letters = _LETTERS.search(word[0])
        if word[0] != read:
            return
        if letters:
            yield Span(word.start() + letters.start(), word.start() + letters.end()), logit


def _stands(place: Span, text: str, index: ArticleIndex) -> bool:
    """Whether the article has what stands there; words that every text has, as "not", it has."""
    tokens = index.parsed.resources.analyzer.read(words_of(text[place.start : place.end]))
    return all(token.stop or has_word(index.parsed.terms, token.key) for token in tokens)
