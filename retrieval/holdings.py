"""The articles of a shelf as they were read: their passages, sentences and words, before one of them is looked into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from content import Article
from retrieval.arrays import Arrays, Numbers, packed, prefixed, under
from retrieval.attribution import Attribution
from retrieval.bm25.formula import Floats
from retrieval.fields import Texts
from retrieval.passages import Passage
from retrieval.reading import Reading, Tongue
from retrieval.said import attributions_of, read_back
from retrieval.spans import Span
from retrieval.wording import Forms, Ranges, Stretch, Wording

# Of so many sentences those of all articles are looked through for each question, which saves laying some out.
_FEW = 500


@dataclass(frozen=True, eq=False, slots=True)
class Holdings:
    """All passages are numbered from 0 through the articles, and so are all sentences.

    `passages` has a row for each: which article it stands in, the number of its paragraph, where it starts and ends in
    the article's text, and the number of its first sentence; `sentences` one for each: where it starts and ends, and
    whether it asks (1) or not (0).

    `sayings` are the articles' attributions as they are kept (`retrieval.said.written`), of article a from
    `said_first[a]` to `said_first[a + 1]`; nothing where they are not kept.

    `own` are the sentences of each passage, and `texts` the passages as they are ranked. Of few sentences all are laid
    out, in `all_sentences`.
    """

    articles: Sequence[Article]
    passages: Numbers
    sentences: NDArray[np.int32]
    sayings: NDArray[np.uint8]
    said_first: Numbers
    forms: Forms
    wording: Wording
    own: Ranges
    texts: Texts
    first_passages: Numbers
    numbers: Mapping[Article, int]
    all_sentences: Stretch | None

    @classmethod
    def of(cls, articles: Sequence[Article], forms: Forms, wording: Wording, arrays: Arrays) -> Holdings:
        """What these articles say; `arrays` has the first five parts above by their names."""
        passages, sentences = np.asarray(arrays["passages"]), arrays["sentences"]
        own = np.stack([passages[:, 4], np.append(passages[1:, 4], len(sentences))], axis=1)
        few = 0 < len(sentences) <= _FEW
        return cls(
            articles,
            passages,
            sentences,
            arrays["sayings"],
            arrays["said_first"],
            forms,
            wording,
            own,
            _texts(passages, sentences, own),
            np.searchsorted(passages[:, 0], np.arange(len(arrays["said_first"]))),
            {article: number for number, article in enumerate(articles)},
            Stretch.of(forms, wording, np.array([[0, len(sentences)]])) if few else None,
        )

    @classmethod
    def from_arrays(cls, articles: Sequence[Article], arrays: Arrays) -> Holdings:
        """The holdings of the same articles whose `arrays` these are."""
        forms = Forms.from_arrays(under("forms", arrays))
        return cls.of(articles, forms, Wording.from_arrays(under("wording", arrays)), arrays)

    def arrays(self) -> Arrays:
        """All of it but the articles, to be kept."""
        return {
            **{name: getattr(self, name) for name in ("passages", "sentences", "sayings", "said_first")},
            "keys": packed(map(key_of, self.articles)),
            **prefixed("wording", self.wording.arrays()),
            **prefixed("forms", self.forms.arrays()),
        }

    def stems(self) -> Mapping[str, int]:
        """How often each stem occurs."""
        times: Counter[str] = Counter()
        of_forms = np.bincount(self.wording.words, minlength=len(self.forms.stems))
        for stem, number in zip(self.forms.stems, of_forms.tolist(), strict=True):
            if number:
                times[stem] += number
        return times

    def said(self, article: Article) -> tuple[Attribution, ...]:
        """The attributions of the article."""
        number = self.numbers[article]
        kept = self.sayings[self.said_first[number] : self.said_first[number + 1]].tobytes()
        return read_back(kept) if kept else attributions_of(article)

    def passage(self, at: int) -> Passage:
        """The passage of this number."""
        which, paragraph, start, end, _ = self.passages[at].tolist()
        article = self.articles[which]
        number = at - int(self.first_passages[which])
        return Passage(article, number, paragraph, Span(start, end))

    def best(self, passages: Numbers, scores: Floats, limit: int) -> list[tuple[Passage, float]]:
        """Of the passages with these numbers, ascending, the best first, at most `limit`, and none with a score of 0.

        Of equals, the one that stands first.
        """
        best = np.argsort(-scores, kind="stable")[:limit]
        ranked = zip(passages[best].tolist(), scores[best].tolist(), strict=True)
        return [(self.passage(at), score) for at, score in ranked if score > 0]

    def number_of(self, passage: Passage) -> int:
        """The number of this passage."""
        return int(self.first_passages[self.numbers[passage.article]]) + passage.number

    def sentences_of(self, article: int) -> tuple[int, int]:
        """From which sentence to which, exclusive, the article with this number has them."""
        first, end = self.first_passages[article : article + 2].tolist()
        return int(self.own[first, 0]), int(self.own[end - 1, 1])

    def texts_of(self, articles: Sequence[int]) -> Texts:
        """The passages of the articles with these numbers, as they are ranked."""
        return Texts(*(ranges[np.isin(self.passages[:, 0], articles)] for ranges in self.texts))

    def reading(self, article: Article, tongue: Tongue) -> Reading:
        """The article as it was read."""
        return Reading(article, tongue, _Layout(self, self.numbers[article]), partial(self.said, article))

    def stretch(self, runs: Ranges) -> Stretch:
        """These runs of sentences."""
        return Stretch.of(self.forms, self.wording, runs)

    def runs(self, articles: Iterable[int]) -> Ranges:
        """The sentences of the articles with these numbers."""
        return np.array([self.sentences_of(article) for article in articles])

    def sentence_texts(self, article: int) -> Texts:
        """The sentences of the article with this number, as they are ranked."""
        first, end = self.sentences_of(article)
        own = slice(*self.first_passages[article : article + 2].tolist())
        passages = np.repeat(np.arange(own.start, own.stop), self.own[own, 1] - self.own[own, 0])
        together = passages[1:] == passages[:-1]
        led = together | (self.sentences[first : end - 1, 2] != 0)  # the answer to a question belongs to it
        numbers = np.arange(first, end)
        around = np.stack([numbers, numbers + 1], axis=1)
        itself = around.copy()
        around[1:, 0] -= led
        around[:-1, 1] += together
        return Texts(itself, around)


@dataclass(frozen=True, eq=False, slots=True)
class _Layout:
    """`retrieval.reading.Layout` of the article with this number."""

    holdings: Holdings
    article: int

    def passages(self) -> Iterable[Passage]:
        """The passages, in order."""
        return map(
            self.holdings.passage, range(*self.holdings.first_passages[self.article : self.article + 2].tolist())
        )

    def sentences(self, passage: Passage) -> tuple[int, Sequence[Span]]:
        """The number of the passage's first sentence, and where its sentences are, in order."""
        holdings = self.holdings
        first, end = holdings.own[holdings.number_of(passage)].tolist()
        spans = [Span(start, end) for start, end, _ in holdings.sentences[first:end].tolist()]
        return first - holdings.sentences_of(self.article)[0], spans


def key_of(article: Article) -> str:
    """What an article has in common with itself only as long as it is not changed."""
    return f"{article.slug} {article.version}"


def _texts(passages: Numbers, sentences: NDArray[np.int32], own: Ranges) -> Texts:
    """The passages as they are ranked: the answer of an interview together with its question."""
    opened = own.copy()
    if len(passages):
        asks = np.logical_and.reduceat(sentences[:, 2] != 0, own[:, 0])
        asked = asks[:-1] & (passages[1:, 0] == passages[:-1, 0])
        opened[1:, 0] = np.where(asked, own[:-1, 0], own[1:, 0])
    return Texts(opened, opened)
