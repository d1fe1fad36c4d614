"""Whatever an article file holds: an article that can be asked, or its faults, each in a line.

`FUZZ_SECONDS=600 pytest -s tests/retrieval/answering/test_any_article.py` tries more.
"""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from content import Article
from content.article_file import decode, read_article
from content.paragraphs import split_paragraphs
from retrieval import WORDS_ALONE, Retriever, attributions
from tests.support.fuzzing import seeded
from tests.support.ingest.mutations import STRANGE, mutate
from tests.support.paths import ROOT

FILES = [path.read_bytes() for path in sorted((ROOT / "tests" / "gold" / "articles").glob("*.md"))]
IN_TEXTS = (
    *(
        b"\n\n",
        b"\n# \n",
        b"\n- ",
        b"**",
        b"> ",
        b"---\n",
        "„".encode(),
        "“".encode(),
        b'"',
        b"...",
        b". ",
        b"? ",
        b": ",
    ),
    *(b"+++ 12.30 Uhr: ", b"\n**A:** ", b"sagte ", b" said "),
    *(b"er ", b"\r", b"\t", b"| a | b |\n", b"[x](y)", b"<b>"),
)


def mutated(random: Random) -> bytes:
    data = random.choice(FILES)
    front, _, text = data[4:].partition(b"\n---\n")
    if random.random() < 0.3:
        front = mutate(front, random)
    for _ in range(random.randint(0, 20)):
        at = random.randrange(len(text) + 1)
        to = at + random.choice((0, 0, 1, 5, 50))
        text = text[:at] + random.choice((*IN_TEXTS, *STRANGE)) * random.choice((1, 1, 1, 30)) + text[to:]
    return b"---\n" + front + b"\n---\n" + text


def ask(article: Article) -> None:
    retriever = Retriever([article], WORDS_ALONE)
    for said in attributions(article):
        assert 0 <= said.start < said.end <= len(article.text)
    for question in ("Wer sagt was?", "Wann war das?", "Why did they?", article.title, article.text[:200]):
        for quote in retriever.answer(question).quotes:
            assert quote.text == " […] ".join(article.text[span.start : span.end] for span in quote.spans)
    retriever.check(article.text[:1000])


@pytest.mark.slow
def test_whatever_a_file_holds_can_be_asked_or_is_faulty() -> None:
    for random in seeded(40):
        try:
            source = decode(mutated(random))
        except UnicodeDecodeError:
            source = mutated(random).decode("utf-8", "replace")
        started = time.thread_time()
        article = read_article(source, Path("article.md"))
        if isinstance(article, Article):
            assert split_paragraphs(article.text)
            ask(article)
        else:
            assert article
            assert all("\n" not in str(fault) for fault in article)
        assert time.thread_time() - started < 20
