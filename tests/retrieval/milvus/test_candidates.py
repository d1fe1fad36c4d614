"""Milvus finds what this process finds: held against it on the project's own questions, and on a larger library."""

from __future__ import annotations

import random
import threading
from typing import Any

import numpy as np
import pytest
import yaml

from content import Article
from content.article_file import read_article_file
from retrieval import WORDS_ALONE, Answer, CandidatesUnavailable, Retriever
from retrieval.encoder import VectorStore, WordsAlone
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.passage_index import PassageIndex, arrays_of
from retrieval.index.passage_vectors import PassageVectors
from retrieval.language import rules_of
from retrieval.milvus.collection import MilvusCollection
from retrieval.milvus.connection import MilvusConnection
from retrieval.query.query import Query, analyze_question
from retrieval.query.question import QuestionReader
from retrieval.scoring.candidates import CANDIDATES, LocalCandidateFinder
from tests.support.paths import GOLD, ROOT
from tests.support.retrieval.fake_encoder import FakeEncoder
from tests.support.retrieval.milvus import Opening, article


def articles() -> list[Article]:
    files = [*sorted((GOLD / "articles").glob("*.md")), *sorted((ROOT / "content" / "articles").glob("*.md"))]
    read = [read_article_file(path) for path in files]
    return [each for each in read if isinstance(each, Article)]


def questions() -> list[str]:
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((GOLD / "questions").glob("*.yaml"))]
    return [entry["ask"] for file in files for entry in file["questions"]]


@pytest.mark.slow
@pytest.mark.parametrize("encoder", [WORDS_ALONE, FakeEncoder(dense=True)], ids=["words", "words and meaning"])
def test_answers_are_those_of_this_process(opening: Opening, encoder: FakeEncoder | WordsAlone) -> None:
    """Scores are computed here, so they are equal: only which passages are candidates is up to Milvus."""
    library, asked = articles(), questions()
    here, there = Retriever(library, encoder), Retriever(library, encoder, engines=opening())
    same = [
        here.search(question, 3) == there.search(question, 3)
        and _parts(here.answer(question)) == _parts(there.answer(question))
        for question in asked
    ]
    assert len(same) > 100
    assert np.mean(same) >= 1 - 0.015


def _parts(answer: Answer) -> list[Any]:
    quotes = [(quote.article, quote.spans, quote.highlights, quote.attributions) for quote in answer.quotes]
    return [answer.verdict, answer.language, answer.equally_good, *quotes]


@pytest.mark.parametrize(
    "question", ["Und?", "der die das", "Xylophon", "Kostet die Brükce?", "Когда?", "Brücke " * 9000]
)
def test_odd_questions_get_what_they_get_here(
    opening: Opening, bridge: Article, encoder: FakeEncoder, question: str
) -> None:
    here, there = Retriever([bridge], encoder), Retriever([bridge], encoder, engines=opening())
    assert there.search(question) == here.search(question)
    assert _parts(there.answer(question)) == _parts(here.answer(question))


def test_the_answer_of_an_interview_is_found_by_its_question(opening: Opening, bridge: Article) -> None:
    text = (
        "Wie viele Bienen haben Sie?\n\nIch habe 40 Völker. Sie stehen am Waldrand.\n\n"
        "Und der Honig?\n\nDen verkaufe ich."
    )
    library = [bridge, Article.from_text(text, title="Die Imkerin", language="de")]
    here, there = Retriever(library, WORDS_ALONE), Retriever(library, WORDS_ALONE, engines=opening())
    for question in ("Wie viele Bienen haben Sie?", "Was ist mit dem Honig?"):
        assert len(there.search(question)) > 1
        assert there.search(question) == here.search(question)


def test_articles_of_all_languages_are_found_at_once(opening: Opening) -> None:
    german, english = article("Lindau sperrt die Brücke."), article("Lindau opens a bridge.", "en")
    engines = opening()
    retriever = Retriever([german, english], WORDS_ALONE, engines=engines)
    assert {hit.article for hit in retriever.search("Lindau")} == {german, english}
    assert list(engines.passage_counts().values()) == [2]


def test_a_text_that_stands_in_several_articles_is_found_in_all(opening: Opening) -> None:
    text = "Die Brücke ist gesperrt."
    same = [Article.from_text(text, title=title, language="de") for title in "abc"]
    engines = opening()
    retriever = Retriever([same[0], article("Die Fähre fährt."), *same[1:]], WORDS_ALONE, engines=engines)
    assert [hit.article for hit in retriever.search("Brücke")] == same
    assert list(engines.passage_counts().values()) == [2]


def test_a_question_without_a_vector_is_answered_by_words(opening: Opening, encoder: FakeEncoder) -> None:
    library = [article("Die Brücke ist gesperrt."), article("Die Fähre fährt.")]
    retriever = Retriever(library, encoder, engines=opening())
    assert len(retriever.search("Was ist mit der Brücke?")) == 2  # the other by its meaning
    encoder.down = True
    assert [hit.article for hit in retriever.search("Wo ist die Brücke?")] == library[:1]


class Large:
    """Some hundred passages of random words, with their vectors, and questions to them."""

    def __init__(self, encoder: FakeEncoder) -> None:
        chance = random.Random(3)
        words = ["".join(chance.choices("abcdefghijklmnoprstuwz", k=6)) for _ in range(400)]
        texts = [" ".join(chance.choices(words, k=chance.randint(10, 40))) + "." for _ in range(600)]
        library = [article(f"{one}\n\n{other}") for one, other in zip(texts[::2], texts[1::2], strict=True)]
        self.index = PassageIndex.of(library, arrays_of(library))
        vectors = CachingEncoder(encoder, VectorStore(None))
        vectors.make(texts)
        self.vectors = PassageVectors(self.index, vectors)
        reader = QuestionReader([rules_of("de")])
        asked = (" ".join(chance.choices(words, k=5)) for _ in range(10))
        self.queries = [analyze_question(question, vectors) for text in asked for question in reader.read(text)]


@pytest.mark.slow
def test_of_many_passages_the_best_by_words_and_all_the_best_by_meaning(opening: Opening, encoder: FakeEncoder) -> None:
    large = Large(encoder)
    here, there = LocalCandidateFinder(large.index, large.vectors), opening().of(large.index, large.vectors)
    words_here = LocalCandidateFinder(large.index, None)
    assert large.queries
    for query in large.queries:
        found = there.find(query)
        assert found.tolist() == sorted(set(found.tolist()))
        assert CANDIDATES < len(found) <= 2 * CANDIDATES
        by_words, both = words_here.find(query), here.find(query)
        # Milvus's idf is another formula than ours: at the end of the list one passage may take another's place.
        assert len(np.setdiff1d(by_words, found)) <= 0.1 * CANDIDATES
        assert not len(np.setdiff1d(np.setdiff1d(both, by_words), found))


@pytest.mark.slow
def test_one_call_gives_both_lists_whole(
    opening: Opening, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What puts Milvus's two lists together drops nothing of them."""
    large = Large(encoder)
    finder = opening().of(large.index, large.vectors)
    finder.prepare()
    calls: list[object] = []
    call = MilvusConnection.call

    def noted(self: MilvusConnection, *given: Any) -> Any:
        calls.append(given)
        return call(self, *given)

    monkeypatch.setattr(MilvusConnection, "call", noted)
    for query in large.queries:
        whole = finder.find(query)
        words, meaning = finder.find(Query(query.question)), finder.find(_wordless(query))
        assert (len(words), len(meaning)) == (CANDIDATES, CANDIDATES)
        assert whole.tolist() == np.union1d(words, meaning).tolist()
    assert len(calls) == 3 * len(large.queries)


def _wordless(query: Query) -> Query:
    (question,) = QuestionReader([rules_of("de")]).read("?")
    wordless = Query(question, query.encoder, query.vector)
    assert wordless.terms == ()
    return wordless


def test_who_asks_while_the_articles_are_loaded_is_told_so(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go = threading.Event(), threading.Event()
    opens = MilvusCollection.open

    def waits(self: MilvusCollection) -> None:
        begun.set()
        go.wait(30)
        opens(self)

    monkeypatch.setattr(MilvusCollection, "open", waits)
    retriever = Retriever([article("Die Brücke ist gesperrt.")], WORDS_ALONE, engines=opening(timeout=0.2))
    loading = threading.Thread(target=retriever.prepare)
    loading.start()
    assert begun.wait(30)
    with pytest.raises(CandidatesUnavailable, match="being loaded"):
        retriever.search("Was ist mit der Brücke?")
    go.set()
    loading.join(30)
