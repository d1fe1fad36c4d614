"""Whatever is asked: a quote of the article's own words, or none, and in linear time.

`FUZZ_SECONDS=600 pytest -s tests/retrieval/answering/test_any_question.py` tries more.
"""

from __future__ import annotations

import time
from random import Random

import pytest

from content import Article
from retrieval import WORDS_ALONE, Answer, Retriever
from tests.support.fuzzing import seeded
from tests.support.retrieval.articles import HARBOUR, MARROW

ARTICLES = [
    Article.from_text(HARBOUR, title="Hafen", language="de"),
    Article.from_text(MARROW, title="Marrow", language="en"),
]
RETRIEVER = Retriever(ARTICLES, WORDS_ALONE)
WORDS = [word for article in ARTICLES for word in article.text.split()]
ASKING = [
    *("Wer", "Was", "Wann", "Warum", "Wie viele", "Who", "When", "Why", "How much", "Stimmt das", "Und warum"),
    *("Worum gehts", "Wer hat das geschrieben", "Danke", "Wer sagt das", "Was noch", "is that true"),
]
MARKS = [
    "?",
    "!",
    ".",
    "…",
    ",",
    ":",
    " – ",
    "„",
    "“",
    "«",
    "»",
    '"',
    "'",
    "’",
    "(",
    ")",
    "\n",
    "\n\n",
    " ",
    "\t",
    "-",
    "*",
]
STRANGE = [
    *(
        "\ud800",
        "\0",
        "\u202e",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\U0001f600",
        "İ",
        "ſ",
        "ﬁ",
        "ß",
        "e\u0301",
        "漢字",
        "עברית",
    ),
    *(
        "§ 3 Nr. 4",
        "6:30 p.m.",
        "£20m",
        "9€",
        "5 %",
        "A 9",
        "U.S.A.",
        "31.12.9999",
        "1/0",
        "99:99",
        "0" * 400,
        "²³",
        "٣",
    ),
    *(
        "x" * 500,
        "a.b." * 100,
        "„" * 200,
        "(" * 200,
        "??" * 100,
        "ab\u00ad" * 100,
        "der die das " * 50,
        "\\",
        "%s",
        "{}",
        "$&",
    ),
]


def message(random: Random) -> str:
    """Words of the articles, questions, marks and what breaks programs, in any order."""
    pools = (WORDS, WORDS, ASKING, MARKS, STRANGE)
    parts = [random.choice(random.choice(pools)) for _ in range(random.randint(0, 25))]
    if random.random() < 0.2:
        sentence = random.choice(ARTICLES).text.split(".")[random.randrange(3)]
        parts.insert(random.randint(0, len(parts)), f"„{sentence}“")
    text = random.choice((" ", " ", "")).join(parts)
    return text[: random.choice((10, 100, 4096))]


def check(answer: Answer, asked: str) -> None:
    for quote in answer.quotes:
        assert all(0 <= span.start < span.end <= len(quote.article.text) for span in quote.spans)
        assert quote.text == " […] ".join(quote.article.text[span.start : span.end] for span in quote.spans)
        assert all(quote.article.text[span.start : span.end].strip() for span in quote.highlights)
    assert all(0 <= span.start < span.end <= len(asked) for span in answer.unsupported)


@pytest.mark.slow
def test_whatever_is_asked_is_quoted_or_refused() -> None:
    for random in seeded(300):
        asked = message(random)
        started = time.thread_time()
        answer = RETRIEVER.answer(asked)
        check(answer, asked)
        if answer.quotes:
            check(RETRIEVER.answer(message(random), about=answer.quotes[0]), asked + "x" * 5000)
        for checked in RETRIEVER.check(asked):
            assert 0 <= checked.start < checked.end <= len(asked)
        RETRIEVER.explain(asked)
        RETRIEVER.search(asked)
        assert time.thread_time() - started < 5
