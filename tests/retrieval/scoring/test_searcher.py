"""Looking queries up: passages out of all articles, sentences of the articles that these stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
import pytest

from content import Article
from retrieval.base.arrays import Numbers
from retrieval.base.errors import EncoderUnavailable
from retrieval.index.passage_index import PassageIndex
from retrieval.index.passage_vectors import PassageVectors
from retrieval.query.query import Query
from retrieval.scoring.candidates import CandidateFinder
from retrieval.scoring.searcher import Searcher
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of, query_of

QUESTION = "Was kostet die Brücke?"
COSTS = "Die Brücke kostet viel."
BUS, POOL = "Der Bus fährt.", "Das Freibad öffnet."


def dated(text: str, day: int | None) -> Article:
    published = date(2025, 1, day) if day else None
    return Article(text=text, title="T", language="de", slug=text, published=published)


def found(searcher: Searcher, query: Query, limit: int = 10) -> list[str]:
    return [each.passage.article.text[slice(*each.passage.span)] for each in searcher.search(query, limit)]


class Finder:
    """Finds all passages, and notes for which questions."""

    fault = None

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.size = 0

    def of(self, index: PassageIndex, _: PassageVectors | None = None) -> CandidateFinder:
        self.size = len(index)
        return self

    def find(self, query: Query) -> Numbers:
        self.asked.append(query.question.text)
        return np.arange(self.size)

    def prepare(self) -> None: ...

    def passage_counts(self) -> dict[str, int]:
        return {}

    def stop(self) -> None: ...


def test_who_asks_the_same_again_has_it_looked_up_once() -> None:
    """As those do who turn the pages of an answer."""
    searcher, finder = Searcher([article_of(COSTS)], None), Finder()
    searcher.candidates = finder.of(searcher.index)
    first, again = searcher.find(query_of(QUESTION), 8), searcher.find(query_of(QUESTION), 8)
    assert first is again is not None
    searcher.find(query_of("Wo steht die Brücke?"), 8)
    assert finder.asked == [QUESTION, "Wo steht die Brücke?"]


def test_what_finds_candidates_elsewhere_is_asked_each_time() -> None:
    """It may know more articles by then, or not be reached."""
    finder = Finder()
    searcher = Searcher([article_of(COSTS, BUS)], None, engines=finder)
    assert searcher.index.bm25 is None
    for _ in range(2):
        result = searcher.find(query_of(QUESTION), 8)
        assert result
        assert result.ranked[0].text == COSTS
    assert finder.asked == [QUESTION, QUESTION]


def test_the_best_passages_stand_first_and_of_equals_the_one_that_stands_first() -> None:
    articles = [article_of(BUS, "Die Brücke steht."), article_of(COSTS, title="Eins"), article_of(COSTS, title="Zwei")]
    searcher = Searcher(articles, None)
    assert found(searcher, query_of(QUESTION)) == [COSTS, COSTS, "Die Brücke steht."]
    passages = searcher.search(query_of(QUESTION), 2)
    assert [each.passage.article for each in passages] == articles[1:]
    assert passages[0].score == passages[1].score
    assert passages[0].words == passages[1].words > 0


def test_hundreds_of_equals_stand_in_their_order() -> None:
    """More than there are candidates: none is lost to how arrays are partitioned."""
    searcher = Searcher([article_of(*[BUS, COSTS] * 150)], None)
    numbers = [each.passage.number for each in searcher.search(query_of(QUESTION), 1000)]
    assert numbers == list(range(1, 300, 2))


def test_without_a_word_and_without_meaning_nothing_is_found() -> None:
    assert found(Searcher([article_of(COSTS)], None), query_of("Zeppelin?")) == []
    assert Searcher([article_of(COSTS)], None).find(query_of("Zeppelin?"), 8) is None


def test_meaning_finds_what_has_no_word_of_the_question() -> None:
    vectors = text_vectors(FakeEncoder(synonyms={"automobil": "wagen"}))
    searcher = Searcher([article_of("Das Automobil rostet.", BUS, "Der Kran steht.")], vectors)
    query = query_of("Wo ist der Wagen?", vectors)
    assert found(searcher, query) == []
    searcher.encode(iter)
    assert found(searcher, query)[0] == "Das Automobil rostet."


def test_all_sentences_of_the_articles_found_are_scored() -> None:
    searcher = Searcher([article_of(COSTS, BUS), article_of(POOL)], None)
    result = searcher.find(query_of(QUESTION), 1)
    assert result
    assert [sentence.text for sentence in result.sentences] == [COSTS, BUS]


@pytest.mark.parametrize("encoded", [0, 1])
def test_articles_without_vectors_stand_among_the_others_where_their_words_put_them(encoded: int) -> None:
    """Whichever of the two has its vectors: what has the question's words is before what has none of them."""
    articles = [dated(f"{COSTS} {BUS}", 2 - encoded), dated(f"{POOL} {BUS}", 1 + encoded)]
    vectors = text_vectors(FakeEncoder())
    searcher = Searcher(articles, vectors)
    searcher.encode(lambda lacking: list(lacking)[:1])
    ranked = searcher.search(query_of(QUESTION, vectors), 2)
    assert ranked[0].passage.article is articles[0]
    assert [each.passage.article for each in ranked if not np.isnan(each.meaning)] == [articles[encoded]]


def test_vectors_are_made_of_the_newest_article_first() -> None:
    encoder = FakeEncoder()
    articles = [dated("Alt.", 1), dated("Ohne.", None), dated("Neu. Und mehr.", 9), dated("Mittel.", 5)]
    searcher = Searcher(articles, text_vectors(encoder))
    searcher.encode(iter)
    assert encoder.passages == ["Neu.", "Und mehr.", "Neu. Und mehr.", "Mittel.", "Alt.", "Ohne."]


def test_progress_goes_through_what_lacks_vectors_and_may_stop() -> None:
    vectors = text_vectors(FakeEncoder())
    articles = [dated(COSTS, 1), dated(BUS, 2), dated(POOL, 3)]
    searcher = Searcher(articles, vectors)
    told: list[list[Article]] = []

    def first_alone(lacking: Sequence[Article]) -> Iterator[Article]:
        told.append(list(lacking))
        yield from lacking[:1]

    for _ in range(4):
        assert set(searcher.without_vectors()) == set(articles[: 3 - len(told)])
        searcher.encode(first_alone)
    assert told == [articles[::-1], articles[1::-1], articles[:1], []]
    assert vectors.stored_vectors([COSTS, BUS, POOL])[1].all()


def test_an_answer_before_its_vectors_were_made_is_forgotten_with_them() -> None:
    vectors = text_vectors(FakeEncoder())
    searcher = Searcher([article_of(COSTS)], vectors)
    query = query_of(QUESTION, vectors)
    before = searcher.find(query, 8)
    searcher.encode(iter)
    after = searcher.find(query, 8)
    assert before
    assert after
    assert np.isnan(before.passages[0].meaning)
    assert after.passages[0].meaning > 0.5


def test_an_article_whose_text_the_encoder_cannot_bear_is_found_by_words_and_not_tried_for_ever() -> None:
    encoder = FakeEncoder(fails_at=[COSTS])
    vectors = text_vectors(encoder)
    searcher = Searcher([article_of(COSTS), article_of(POOL, BUS)], vectors)
    for _ in range(2):
        searcher.encode(iter)
    assert encoder.passages.count(BUS) == 1
    assert searcher.without_vectors() == {}
    assert found(searcher, query_of(QUESTION, vectors))[0] == COSTS


def test_an_encoder_that_is_down_is_told_and_what_was_made_is_kept() -> None:
    encoder = FakeEncoder()
    vectors = text_vectors(encoder)
    searcher = Searcher([dated(COSTS, 1), dated(BUS, 2)], vectors)
    searcher.encode(lambda lacking: list(lacking)[:1])
    encoder.down = True
    with pytest.raises(EncoderUnavailable):
        searcher.encode(iter)
    assert vectors.stored_vectors([COSTS, BUS])[1].tolist() == [False, True]
    assert found(searcher, query_of(QUESTION, vectors)) == [COSTS]


def test_without_an_encoder_there_is_nothing_to_make() -> None:
    searcher = Searcher([article_of(COSTS)], None)
    assert searcher.without_vectors() == {}
    searcher.encode(lambda _: pytest.fail("there is none"))
