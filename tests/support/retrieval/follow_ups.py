"""Articles that questions follow on in tests, each asked by words alone, and quotes of them."""

from __future__ import annotations

from content import load_articles
from retrieval import WORDS_ALONE, Quote, Retriever, Span, cite
from tests.support.paths import ROOT

SHIPPED = Retriever(load_articles(ROOT / "content" / "articles"), WORDS_ALONE)
_OWN = {
    article.slug: Retriever([article], WORDS_ALONE) for article in load_articles(ROOT / "tests" / "gold" / "articles")
}
POOL, LIGHTHOUSE, FERRY = _OWN["local-schwimmbad"], _OWN["english-lighthouse"], _OWN["ferry-port-ellery"]

STARLINK = "Was hat Starlink mit Taiwan zu tun?"


def quoted(retriever: Retriever, question: str) -> Quote:
    answer = retriever.answer(question)
    assert answer.quotes
    return answer.quotes[0]


def only(retriever: Retriever, words: str) -> Quote:
    """The quote of exactly these words of the article."""
    (article,) = retriever.articles
    start = article.text.index(words)
    return cite(article, [Span(start, start + len(words))])
