"""Nothing that is altered or absent is ever called exact, whatever word is changed in whatever sentence.

`QUOTATION_CHANGES=10000 pytest tests/retrieval/checking/test_random_changes.py` tries that many.
"""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content import Article, load_articles
from retrieval import WORDS_ALONE, QuotationVerdict, Retriever, Span
from retrieval.analysis.sentences import split_sentences
from retrieval.language import rules_of

ROOT = Path(__file__).parents[3]
EXAMPLES = int(os.environ.get("QUOTATION_CHANGES", "200"))

# The marks within a sentence would end the quotation.
MARKS = re.compile("[„“”»«\"‚‘›‹]|(?<!\\w)['’]|['’](?!\\w)")

# Words as people see them: a number with the marks within it is one.
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")

ARTICLES = [
    article
    for folder in (ROOT / "content" / "articles", ROOT / "tests" / "gold" / "articles")
    for article in load_articles(folder)
    if article.language in ("de", "en")
]


def sentences_of(article: Article) -> list[str]:
    """Those of four words at least, without quotation marks."""
    rules = rules_of(article.language)
    spans = [
        sentence
        for paragraph in article.paragraphs
        for sentence in split_sentences(article.text, Span(paragraph.start, paragraph.end), rules)
    ]
    texts = [MARKS.sub("", article.text[start:end]) for start, end in spans]
    return [text for text in texts if len(WORD.findall(text)) > 3]


SENTENCES = [sentence for article in ARTICLES for sentence in sentences_of(article)]
WORDS = sorted({word for sentence in SENTENCES for word in WORD.findall(sentence)})
CONTENT = " ".join(" ".join(WORD.findall(MARKS.sub("", article.text))) for article in ARTICLES).casefold()


@pytest.fixture(scope="module")
def library() -> Retriever:
    return Retriever(ARTICLES, WORDS_ALONE)


def is_said_somewhere(text: str) -> bool:
    """Whether an article happens to have these words in a row, after all."""
    return " ".join(WORD.findall(text)).casefold() in CONTENT


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("marks", ["„“", ""])
def test_a_changed_word_is_never_called_exact(library: Retriever, marks: str, data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(SENTENCES))
    words = list(WORD.finditer(sentence))
    changed = data.draw(st.sampled_from(words))
    other = data.draw(st.sampled_from(WORDS).filter(lambda word: word.casefold() != changed.group().casefold()))
    text = f"{sentence[: changed.start()]}{other}{sentence[changed.end() :]}"
    if is_said_somewhere(text):
        return
    message = f"{marks[:1]}{text}{marks[1:]}"
    verdicts = [
        check.verdict
        for check in library.check(message)
        if check.start <= changed.start() + len(marks[:1]) < max(check.end, check.start + 1)
    ]
    assert QuotationVerdict.EXACT not in verdicts
    assert verdicts or not marks


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentence=st.sampled_from(SENTENCES))
def test_an_unchanged_sentence_is_exact(library: Retriever, sentence: str) -> None:
    assert {check.verdict for check in library.check(f"„{sentence}“")} == {QuotationVerdict.EXACT}


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters() | st.sampled_from("„“\"'‚‘»« .…[]abc\u00ad\n"), max_size=80))
def test_any_text_can_be_checked(library: Retriever, text: str) -> None:
    checks = library.check(text)
    assert all(0 <= check.start <= check.end <= len(text) for check in checks)
    assert all(one.end <= other.start for one, other in pairwise(checks))
