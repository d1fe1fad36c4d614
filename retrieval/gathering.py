"""Gathers what articles say: reads those that are new, and takes over what is known of the others."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from content import Article
from retrieval.arrays import Arrays, unpacked
from retrieval.attribution import attributions
from retrieval.errors import NothingToSearch
from retrieval.holdings import Holdings, key_of
from retrieval.reading import Reading, Tongue
from retrieval.said import written
from retrieval.wording import FormsTally, WordingTally


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """What was kept of articles: `holdings`, without the articles themselves, and their numbers by key (`key_of`)."""

    holdings: Holdings
    numbers: Mapping[str, int]

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Known:
        """What is kept in the arrays of holdings."""
        numbers = {key: number for number, key in enumerate(unpacked(arrays["keys"]))}
        return cls(Holdings.from_arrays((), arrays), numbers)


class Gathering:
    """Takes one article after another."""

    def __init__(self, tongue: Tongue, known: Known | None = None, *, said: bool = False) -> None:
        """`said`: attributions are found as well, to be kept."""
        self._tongue = tongue
        self._known = known
        self._said = said
        self._articles: list[Article] = []
        self._passages, self._sentences = array("q"), array("i")
        self._sayings, self._said_first = bytearray(), array("q", [0])
        self._forms, self._wording = FormsTally(known.holdings.forms if known else None), WordingTally()

    def knows(self, article: Article) -> bool:
        """Whether the article need not be read."""
        return self._known is not None and key_of(article) in self._known.numbers

    def add(self, article: Article) -> None:
        """Takes one more article.

        Raises:
            NothingToSearch: it has no text.
        """
        if self._known and self.knows(article):
            self._copy(self._known.holdings, self._known.numbers[key_of(article)])
        else:
            self._read(article)
        self._articles.append(article)

    def _read(self, article: Article) -> None:
        if not article.paragraphs:
            raise NothingToSearch(f'The article "{article.title}" has no text to search.')
        reading = Reading(article, self._tongue)
        for passage in reading.passages:
            place = len(self._articles), passage.paragraph_number, *passage.span, len(self._sentences) // 3
            self._passages.extend(place)
            for sentence in reading.of_passage(passage):
                self._sentences.extend((*sentence.span, sentence.asks))
                self._wording.add(self._forms.add(sentence.tokens))
        if self._said:
            self._sayings += written(attributions(article))
        self._said_first.append(len(self._sayings))

    def _copy(self, holdings: Holdings, number: int) -> None:
        first, end = holdings.sentences_of(number)
        passages = holdings.passages[slice(*holdings.first_passages[number : number + 2].tolist())].copy()
        passages[:, 0] = len(self._articles)
        passages[:, 4] += len(self._sentences) // 3 - first
        self._passages.frombytes(passages.tobytes())
        self._sentences.frombytes(np.ascontiguousarray(holdings.sentences[first:end]).tobytes())
        self._wording.copy(holdings.wording, first, end)
        self._sayings += holdings.sayings[slice(*holdings.said_first[number : number + 2].tolist())].tobytes()
        self._said_first.append(len(self._sayings))

    def holdings(self) -> Holdings:
        """What all of them say."""
        forms = self._forms.forms()
        arrays: Arrays = {
            "passages": np.array(self._passages, np.int64).reshape(-1, 5),
            "sentences": np.array(self._sentences, np.int32).reshape(-1, 3),
            "sayings": np.frombuffer(bytes(self._sayings), np.uint8),
            "said_first": np.array(self._said_first, np.int64),
        }
        return Holdings.of(tuple(self._articles), forms, self._wording.wording(forms), arrays)
