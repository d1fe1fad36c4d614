"""Texts of made-up words, laid out as a shelf lays out its articles, and questions for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from content import Article
from retrieval.arrays import Arrays
from retrieval.asked import Asked
from retrieval.catalogue import Catalogue
from retrieval.fields import Field
from retrieval.holdings import Holdings
from retrieval.language import GERMAN
from retrieval.lexicon import Token
from retrieval.question import Question
from retrieval.reading import Tongue
from retrieval.renderings import Rendering
from retrieval.wording import FormsTally, WordingTally

# A text is a list of sentences, and a sentence one of words.
Texts = Sequence[Sequence[Sequence[str]]]

_TONGUE = Tongue(GERMAN)


def token(word: str, weight: float = 1.0) -> Token:
    """A word that is its own key and stem."""
    return Token(word, word, word, False, weight, 0, 1)


def holdings(articles: Sequence[Texts]) -> Holdings:
    """Articles, each of so many passages."""
    forms, wording = FormsTally(), WordingTally()
    passages: list[tuple[int, ...]] = []
    sentences = 0
    for number, texts in enumerate(articles):
        for at, text in enumerate(texts):
            passages.append((number, at + 1, 0, 1, sentences))
            for sentence in text:
                wording.add(forms.add(map(token, sentence)))
                sentences += 1
    known = forms.forms()
    arrays: Arrays = {
        "passages": np.array(passages, np.int64).reshape(-1, 5),
        "sentences": np.zeros((sentences, 3), np.int32),
        "sayings": np.zeros(0, np.uint8),
        "said_first": np.zeros(len(articles) + 1, np.int64),
    }
    made = [
        Article.from_text("\n\n".join("a" for _ in texts), title=str(at), language="de")
        for at, texts in enumerate(articles)
    ]
    return Holdings.of(made, known, wording.wording(known), arrays)


def asked(held: Holdings, words: Iterable[str] = (), renderings: Sequence[Rendering] = ()) -> Asked:
    """A question of these words, or in another language of these renderings."""
    question = Question("", "de", (), ())
    if renderings:
        tokens = tuple(dict.fromkeys(each for word in renderings for way in word.ways for each in way))
        return Asked(question, _TONGUE, tokens, tuple((word, 1.0) for word in renderings), held)
    tokens = tuple(map(token, words))
    return Asked(question, _TONGUE, tokens, tuple((each, 1.0) for each in dict.fromkeys(tokens)), held)


def scores(
    texts: Texts,
    fields: Sequence[Field],
    words: Iterable[str] = (),
    renderings: Sequence[Rendering] = (),
    candidates: int = 1000,
) -> NDArray[np.float64]:
    """One score a passage of an article of these texts, 0 for those that are no candidates."""
    held = holdings([texts])
    chosen, found = Catalogue.of(held, fields, candidates).scores(asked(held, words, renderings))
    every = np.zeros(len(texts))
    every[chosen] = found
    return every
