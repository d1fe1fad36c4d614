"""Who says it: the sentences of an article that report somebody's words, and whose they are."""

from __future__ import annotations

from content import Article
from retrieval.attribution.attribution import Attribution, Confidence
from retrieval.attribution.english import English
from retrieval.attribution.finder import find
from retrieval.attribution.german import German

_GRAMMARS = {grammar.code: grammar for grammar in (German(), English())}


def attributions(article: Article) -> tuple[Attribution, ...]:
    """The reported sentences of the article, in order; none in a language that has no rules here."""
    grammar = _GRAMMARS.get(article.language.lower())
    return find(article, grammar) if grammar else ()


__all__ = ["Attribution", "Confidence", "attributions"]
