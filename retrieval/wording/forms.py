"""The different words of a library, numbered, and the terms that each is counted by."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Arrays, Numbers, packed, prefixed, under, unpacked
from retrieval.lexicon import Token
from retrieval.terms import GAP, KINDS, inner_windows, ngrams_of
from retrieval.wording.postings import Postings
from retrieval.wording.seams import Ends, head, tail


@dataclass(frozen=True, eq=False, slots=True)
class Forms:
    """The words, by the numbers of their forms.

    `forms` are the forms, in the order of their numbers, and `stems` the stem of each.
    `numbers` has, for each of `KINDS`, the number of each term;
    they are numbered from 0 through all kinds. The terms of form f are `terms[ends[f]:ends[f + 1]]`, of all kinds, and
    `sizes` (kinds x forms) says how many there are of each kind; `postings` are the forms of each term. `tails` and
    `heads` are what the terms across words are made of that stand half in this word (`retrieval.wording.seams`).
    """

    forms: Sequence[str]
    stems: Sequence[str]
    numbers: tuple[Mapping[str, int], ...]
    ends: Numbers
    terms: NDArray[np.int32]
    sizes: NDArray[np.int32]
    postings: Postings
    tails: Ends
    heads: Ends

    @property
    def term_count(self) -> int:
        """How many terms there are, of all kinds."""
        return sum(map(len, self.numbers))

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Forms:
        """The forms whose `arrays` these are."""
        numbers = []
        for kind in range(len(KINDS)):
            terms = unpacked(arrays[f"terms-{kind}"])
            numbers.append(dict(zip(terms, arrays[f"numbers-{kind}"].tolist(), strict=True)))
        parts = arrays["ends"], arrays["terms"], arrays["sizes"], Postings.from_arrays(under("postings", arrays))
        ends = Ends.of(arrays["tails"]), Ends.of(arrays["heads"])
        return cls(unpacked(arrays["forms"]), unpacked(arrays["stems"]), tuple(numbers), *parts, *ends)

    def arrays(self) -> Arrays:
        """All of it, to be kept."""
        kept = {name: getattr(self, name) for name in ("ends", "terms", "sizes")}
        kept |= prefixed("postings", self.postings.arrays())
        kept |= {"tails": self.tails.codes[self.tails.numbers], "heads": self.heads.codes[self.heads.numbers]}
        for kind, numbers in enumerate(self.numbers):
            kept[f"terms-{kind}"] = packed(numbers)
            kept[f"numbers-{kind}"] = np.fromiter(numbers.values(), np.int64, len(numbers))
        return {"forms": packed(self.forms), "stems": packed(self.stems), **kept}


class FormsTally:
    """Numbers words as they are met, after those of `before`."""

    def __init__(self, before: Forms | None = None) -> None:
        following = count().__next__
        self._forms: dict[str, int] = {}
        self._stems: list[str] = []
        self._numbers = [defaultdict[str, int](following) for _ in KINDS]
        self._ends = array("q", [0])
        self._terms = array("i")
        self._sizes = [array("i") for _ in KINDS]
        self._tails = array("q")
        self._heads = array("q")
        if before:
            self._go_on(before)

    def _go_on(self, before: Forms) -> None:
        following = count(before.term_count).__next__
        self._forms = {form: number for number, form in enumerate(before.forms)}
        self._stems = list(before.stems)
        self._numbers = [defaultdict(following, numbers) for numbers in before.numbers]
        self._ends = array("q", before.ends.tolist())
        self._terms = array("i", before.terms.tolist())
        self._sizes = [array("i", sizes.tolist()) for sizes in before.sizes]
        self._tails = array("q", before.tails.codes[before.tails.numbers].tolist())
        self._heads = array("q", before.heads.codes[before.heads.numbers].tolist())

    def add(self, tokens: Iterable[Token]) -> array[int]:
        """The numbers of the tokens' forms; a new form gets the next one."""
        known = self._forms
        return array("i", [known[t.form] if t.form in known else self._added(t) for t in tokens])

    def _added(self, token: Token) -> int:
        subject = not token.stop
        kinds = (
            ngrams_of(token.key) if subject else (),
            (token.stem,) if subject else (),
            inner_windows(f"{GAP}{token.key}{GAP}"),
        )
        for numbers, sizes, terms in zip(self._numbers, self._sizes, kinds, strict=True):
            self._terms.extend(map(numbers.__getitem__, terms))
            sizes.append(len(terms))
        self._ends.append(len(self._terms))
        self._tails.append(tail(token.key))
        self._heads.append(head(token.key))
        self._stems.append(token.stem)
        return self._forms.setdefault(token.form, len(self._forms))

    def forms(self) -> Forms:
        """All words that were met so far."""
        numbers = tuple(dict(numbers) for numbers in self._numbers)
        ends, terms = np.array(self._ends, np.int64), np.array(self._terms, np.int32)
        bearing = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
        return Forms(
            tuple(self._forms),
            tuple(self._stems),
            numbers,
            ends,
            terms,
            np.array(self._sizes, np.int32).reshape(len(KINDS), -1),
            Postings.of(terms, bearing, sum(map(len, numbers))),
            Ends.of(np.array(self._tails, np.int64)),
            Ends.of(np.array(self._heads, np.int64)),
        )
