"""The passages of all articles: where they stand, the sentences in them, and how they score by their words."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from content import Article
from retrieval.analysis.passages import Passage
from retrieval.analysis.terms import ngrams_of
from retrieval.base.arrays import Arrays, Floats, Numbers, pack_words, unpack_words, with_prefix, without_prefix
from retrieval.base.errors import NothingToSearch
from retrieval.base.spans import Span
from retrieval.index.bm25 import BM25Index, BM25Parameters, ForwardIndex, ForwardIndexBuilder
from retrieval.index.bm25.normalized import K1, B
from retrieval.index.parsed_article import ParsedArticle, article_parser

# What is kept on disk is read again only by the same form of it: a change of what these arrays hold, of sentences,
# passages, words, spelling keys or stop words needs a new number. A test holds it to the arrays of one article.
FORMAT = 4

FORMULA = BM25Parameters(k1=K1, b=B, delta=1.0)

# The columns of `PassageIndex.passages`.
_ARTICLE, _NUMBER, _PARAGRAPH, _START, _END, _SEARCHED_FROM, _FIRST_SENTENCE = range(7)

# Goes through the articles that have to be read, and may tell somebody how far it is.
Progress = Callable[[Sequence[Article]], Iterable[Article]]


@dataclass(frozen=True, eq=False, slots=True)
class PassageIndex:
    """All passages are numbered from 0 through the articles, and so are all sentences.

    `passages` has a row for each (seven columns, in the order above): the number of its article, its number there, that
    of its paragraph, where it starts and ends in the article's text, where the text that it is searched by starts (an
    answer is searched together with its question), and the number of its first sentence. `sentences` has a row for
    each: where it starts and ends. `counts` are the terms of the passages, `idfs` those of the terms, by their numbers,
    and `lengths` says how many terms each passage has. `bm25` is None where candidates are found elsewhere.
    """

    articles: Sequence[Article]
    passages: NDArray[np.int32]
    sentences: NDArray[np.int32]
    counts: ForwardIndex
    idfs: Floats
    lengths: Numbers
    bm25: BM25Index | None

    @classmethod
    def of(cls, articles: Sequence[Article], arrays: Arrays, *, postings: bool = True) -> PassageIndex:
        """The index of these articles, given its `arrays`, those of the postings or without them."""
        counts = ForwardIndex.from_arrays(without_prefix("counts", arrays))
        bm25 = None
        if postings:
            kept = without_prefix("bm25", arrays)
            bm25 = BM25Index.from_arrays(kept, counts) if kept else BM25Index.of(counts, FORMULA)
        places = arrays["passages"], arrays["sentences"]
        return cls(articles, *places, counts, arrays["idfs"], arrays["lengths"], bm25)

    def arrays(self) -> Arrays:
        """All of it but the articles, to be kept."""
        return {
            "keys": pack_words(map(key_of, self.articles)),
            "passages": self.passages,
            "sentences": self.sentences,
            "idfs": self.idfs,
            "lengths": self.lengths,
            **with_prefix("counts", self.counts.arrays()),
            **with_prefix("bm25", self.bm25.arrays() if self.bm25 else {}),
        }

    def __len__(self) -> int:
        return len(self.passages)

    def passage(self, at: int) -> Passage:
        """The passage of this number."""
        row = self.passages[at].tolist()
        return Passage(self.articles[row[_ARTICLE]], row[_NUMBER], row[_PARAGRAPH], Span(row[_START], row[_END]))

    def text(self, at: int) -> str:
        """The text that the passage of this number is searched by."""
        row: list[int] = self.passages[at].tolist()
        return self.articles[row[_ARTICLE]].text[row[_SEARCHED_FROM] : row[_END]]

    def sentence_texts(self, at: int) -> list[str]:
        """The sentences of the passage of this number, in order."""
        text = self.articles[int(self.passages[at, _ARTICLE])].text
        begin = int(self.passages[at, _FIRST_SENTENCE])
        end = int(self.passages[at + 1, _FIRST_SENTENCE]) if at + 1 < len(self.passages) else len(self.sentences)
        return [text[start:stop] for start, stop in self.sentences[begin:end].tolist()]

    def first_passages(self) -> Numbers:
        """The number of the first passage of each article, in their order."""
        return np.searchsorted(self.passages[:, _ARTICLE], np.arange(len(self.articles)))

    def shares(self, terms: Sequence[str], passages: Numbers) -> Floats:
        """The share (`retrieval.index.bm25.normalized`) of each of these passages of a query of different terms."""
        numbers = [number for term in terms if (number := self.counts.numbers.get(term)) is not None]
        missing = np.log((len(self) + 1) / 0.5) * (len(terms) - len(numbers))
        mass = missing + self.idfs[numbers].sum()
        if not mass:
            return np.zeros(len(passages))
        weights = np.zeros(len(self.idfs))
        weights[numbers] = self.idfs[numbers] / mass
        block = self.counts.of_documents(passages)
        sought = np.flatnonzero(weights[block.terms])
        norms = FORMULA.norms(self.lengths[passages], self.lengths.mean())
        documents, terms_there = block.documents[sought], block.terms[sought]
        gains = FORMULA.gains(block.times[sought], norms[documents]) * weights[terms_there]
        return np.asarray(np.bincount(documents, gains, len(passages)), np.float64)


def key_of(article: Article) -> str:
    """What an article has in common with itself only as long as it is not changed, nor read in another language."""
    return f"{article.slug} {article.language} {article.version}"


def arrays_of(
    articles: Sequence[Article],
    before: Arrays | None = None,
    progress: Progress = iter,
    parse: Callable[[Article], ParsedArticle] | None = None,
) -> Arrays:
    """The arrays of an index of these articles, without postings.

    Those are read, by `parse`, that an index `before` does not have; `progress` goes through them.

    Raises:
        NothingToSearch: an article has no text.
    """
    writer = _Writer(before, parse or article_parser())
    new = [article for article in articles if not writer.knows(article)]
    steps = iter(progress(new))
    for number, article in enumerate(articles):
        if not writer.knows(article):
            next(steps, None)
        writer.add(number, article)
    for _ in steps:  # it may have something to tell at its end
        pass
    return writer.arrays(articles)


class _Writer:
    """Takes one article after another: reads it, or takes over what was kept of it."""

    def __init__(self, before: Arrays | None, parse: Callable[[Article], ParsedArticle]) -> None:
        self._before = before
        self._parse = parse
        self._known: Mapping[str, int] = {}
        self._counts: ForwardIndex | None = None
        if before:
            keys = unpack_words(before["keys"])
            self._known = {key: number for number, key in enumerate(keys)}
            self._counts = ForwardIndex.from_arrays(without_prefix("counts", before))
            bounds = np.searchsorted(before["passages"][:, _ARTICLE], np.arange(len(keys) + 1))
            self._bounds: list[int] = bounds.tolist()
        self._tally = ForwardIndexBuilder(ngrams_of, self._counts)
        self._passages, self._sentences = array("i"), array("i")

    def knows(self, article: Article) -> bool:
        return key_of(article) in self._known

    def add(self, number: int, article: Article) -> None:
        if self._before is not None and self._counts is not None and self.knows(article):
            self._copy(number, self._known[key_of(article)], self._before, self._counts)
        else:
            self._read(number, article)

    def _read(self, number: int, article: Article) -> None:
        if not article.paragraphs:
            raise NothingToSearch(f'The article "{article.title}" has no text to search.')
        parsed = self._parse(article)
        for passage in parsed.passages:
            searched = parsed.searched_sentences(passage)
            place = (number, passage.number, passage.paragraph_number, *passage.span, searched[0].span.start)
            self._passages.extend((*place, len(self._sentences) // 2))
            for sentence in parsed.of_passage(passage):
                self._sentences.extend(sentence.span)
            self._tally.add(token.key for sentence in searched for token in sentence.tokens if not token.stop)

    def _copy(self, number: int, known: int, before: Arrays, counts: ForwardIndex) -> None:
        begin, end = self._bounds[known : known + 2]
        passages = before["passages"][begin:end].copy()
        last = before["passages"][end, _FIRST_SENTENCE] if end < len(before["passages"]) else len(before["sentences"])
        first = passages[0, _FIRST_SENTENCE]
        sentences = before["sentences"][first:last]
        passages[:, _ARTICLE] = number
        passages[:, _FIRST_SENTENCE] += len(self._sentences) // 2 - first
        self._passages.frombytes(np.ascontiguousarray(passages, np.int32).tobytes())
        self._sentences.frombytes(np.ascontiguousarray(sentences, np.int32).tobytes())
        self._tally.copy(counts, begin, end)

    def arrays(self, articles: Sequence[Article]) -> Arrays:
        counts = self._tally.counts()
        size = len(counts.first) - 1
        return {
            "keys": pack_words(map(key_of, articles)),
            "idfs": np.log((size + 1) / np.maximum(counts.frequencies(), 0.5)),
            "lengths": counts.lengths,
            "passages": np.array(self._passages, np.int32).reshape(-1, 7),
            "sentences": np.array(self._sentences, np.int32).reshape(-1, 2),
            **with_prefix("counts", counts.arrays()),
        }
