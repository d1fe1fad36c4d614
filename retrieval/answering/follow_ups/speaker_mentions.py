"""Where an article names those whom a quote reports."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.attribution import Attribution
from retrieval.base.words import words_of
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.quotes.quote import Quote


def origins(parsed: ParsedArticle, quote: Quote) -> tuple[Sentence, ...]:
    """The sentences by which it can be seen who says what the quote reports, one a speaker, in order.

    The reported sentence itself, when it names the speaker; else the nearest one before it that does ("Dem Bericht
    zufolge …" goes back to where the paper is named), else the nearest behind. Of several, one with the whole name:
    "Frau Vollmer, warum …?" does not tell who she is.
    """
    found = dict.fromkeys(sentence for said in quote.attributions for sentence in _origin(parsed, said))
    return tuple(sorted(found, key=lambda sentence: sentence.number))


def _origin(parsed: ParsedArticle, said: Attribution) -> Iterator[Sentence]:
    name = [word.form for word in words_of(said.speaker or said.cue or "")]
    if not name:
        return
    named = {sentence: len({word.form for word in sentence.words} & set(name)) for sentence in _with(name[-1], parsed)}
    own = [sentence for sentence in named if sentence.span.start <= said.start < sentence.span.end]
    naming = own or [sentence for sentence, count in named.items() if count == max(named.values())]
    # Before it, the nearest; behind it, the nearest: a distance behind counts as one from far before.
    size = len(parsed.article.text)
    distances = {
        sentence: said.start - sentence.span.start
        if sentence.span.start <= said.start
        else size + sentence.span.start - said.start
        for sentence in naming
    }
    if distances:
        yield min(distances, key=distances.__getitem__)


def _with(form: str, parsed: ParsedArticle) -> list[Sentence]:
    return [sentence for sentence in parsed.sentences if any(word.form == form for word in sentence.words)]
