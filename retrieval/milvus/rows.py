"""What is stored of an article: a row for each of its passages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from content import Article
from retrieval.fields import Field, Tokens
from retrieval.milvus.encoding import encoded, text_of
from retrieval.milvus.texts import PassageText, parts, passage_texts
from retrieval.reading import Reading
from retrieval.terms import Term

# What is told with each hit: which passage of which article it is.
PLACE = ("article", "number")

# The first row of each article tells of the whole of it.
ARTICLE = ("article", "totals")
FIRST_ROWS = "number == 0"

Row = dict[str, Any]
Terms = Callable[[Tokens], Iterable[Term]]


class Kinds:
    """The kinds of terms that fields count: those of the first field are kind 0."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.terms: tuple[Terms, ...] = tuple(dict.fromkeys(field.terms for field in fields))
        self._of = {terms: kind for kind, terms in enumerate(self.terms)}

    def of(self, field: Field) -> int:
        """The kind of the terms that the field counts."""
        return self._of[field.terms]


class Totals(NamedTuple):
    """Of an article, or many: how many `documents` there are for a field, and how many `terms` these have together."""

    documents: int
    terms: int

    @property
    def mean(self) -> float:
        """How many terms a document has; 1 where none has any."""
        return self.terms / self.documents if self.terms else 1.0


def key_of(article: Article) -> str:
    """32 hexadecimal digits that change with the text: what is stored depends on nothing else of an article."""
    return hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def rows_of(reading: Reading, fields: Sequence[Field]) -> list[Row]:
    """The rows of an article, its first one last: where that stands, all the others do."""
    kinds = Kinds(fields)
    key = key_of(reading.article)
    texts = tuple(passage_texts(reading))
    rows = [
        {"id": f"{key}:{number}", "article": key, "number": number, "totals": ""} | _searched(text, kinds)
        for number, text in enumerate(texts)
    ]
    rows[0] |= {"totals": json.dumps(_totals(texts, fields))}
    return rows[::-1]


def totals_of(row: Row) -> list[Totals]:
    """For each field, what an article's first row tells of it."""
    return [Totals(*each) for each in json.loads(row["totals"])]


def _searched(text: PassageText, kinds: Kinds) -> dict[str, str]:
    """The passage's 4-grams as often as they occur, and each term of every kind once."""
    whole = tuple(token for tokens in text.sentences for token in tokens)
    first, *others = ([encoded(term.text, kind) for term in terms(whole)] for kind, terms in enumerate(kinds.terms))
    known = dict.fromkeys(word for words in (first, *others) for word in words)
    return {"ranked": text_of(first), "known": text_of(known)}


def _totals(texts: Sequence[PassageText], fields: Sequence[Field]) -> list[Totals]:
    totals = []
    for field in fields:
        lengths = [sum(1 for _ in field.terms(part)) for text in texts for part in parts(field, text)]
        totals.append(Totals(len(lengths), sum(lengths)))
    return totals
