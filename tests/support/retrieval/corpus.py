"""Generated articles of any number, for measurements: the words of the project's own articles, recombined by a seed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from content import Article, load_articles
from tests.support.paths import ROOT

# A large library has words that a small one has not: so many different ones there are, most of them made up.
_WORDS = 60_000

# Rank-frequency law of Zipf and Mandelbrot: a word's share is proportional to 1 / (rank + 2.7).
_MANDELBROT = 2.7

_PARAGRAPHS = 10
_QUESTIONS = 40
_SENTENCES = (4, 8)
_SENTENCE_WORDS = (8, 20)


class Generator:
    """Texts and questions out of one seed: the same seed makes the same ones."""

    def __init__(self, seed: int = 8) -> None:
        self._random = random.Random(seed)
        self._words = list(_vocabulary(self._random))
        self._shares = list(accumulate(1 / (rank + _MANDELBROT) for rank in range(len(self._words))))

    def passages(self, number: int) -> list[str]:
        """So many paragraphs of text."""
        return [self._paragraph() for _ in range(number)]

    def articles(self, passages: int) -> Iterator[Article]:
        """Articles of ten paragraphs that have so many passages together."""
        for at in range(0, passages, _PARAGRAPHS):
            text = "\n\n".join(self.passages(min(_PARAGRAPHS, passages - at)))
            yield Article.from_text(text, title=f"Artikel {at // _PARAGRAPHS + 1}", language="de")

    def questions(self, passages: list[str], number: int) -> list[str]:
        """So many questions, each with five of the longer words of some passage."""
        asked = []
        for passage in self._random.sample(passages, number):
            words = [word for word in dict.fromkeys(re.findall(r"\w+", passage)) if len(word) > 4]
            asked.append(f"Was ist mit {' '.join(self._random.sample(words, min(5, len(words))))}?")
        return asked

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randint(*_SENTENCES)))

    def _sentence(self) -> str:
        words = self._random.choices(self._words, cum_weights=self._shares, k=self._random.randint(*_SENTENCE_WORDS))
        sentence = " ".join(words)
        return f"{sentence[:1].upper()}{sentence[1:]}."


@cache
def library(size: int) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """Articles of so many passages together, and questions for them."""
    generator = Generator()
    articles = tuple(generator.articles(size))
    passages = [article.text[each.start : each.end] for article in articles for each in article.paragraphs]
    return articles, tuple(generator.questions(passages, _QUESTIONS))


def _vocabulary(seeded: random.Random) -> Iterator[str]:
    """The articles' words, the most frequent first, then words that begin like one of them and end like another."""
    counts = Counter(re.findall(r"[^\W\d_]+", " ".join(article.text for article in _articles())))
    words = [word for word, _ in counts.most_common()]
    yield from words
    parts = [word for word in words if len(word) > 3]
    seen = set(words)
    while len(seen) < _WORDS:
        one, other = seeded.choice(parts), seeded.choice(parts)
        word = one[: seeded.randint(2, len(one))] + other[-seeded.randint(2, len(other)) :].lower()
        if word not in seen:
            seen.add(word)
            yield word


def _articles() -> list[Article]:
    folders = (ROOT / "content" / "articles", ROOT / "tests" / "gold" / "articles")
    return [article for folder in folders for article in load_articles(folder) if article.language == "de"]
