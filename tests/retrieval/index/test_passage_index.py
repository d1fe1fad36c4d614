"""The index of passages: beside rank-bm25, built at once or bit by bit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from content import Article
from retrieval import NothingToSearch
from retrieval.analysis.analyzer import Analyzer
from retrieval.analysis.passages import passages_of
from retrieval.analysis.terms import terms_of
from retrieval.base.arrays import Arrays, Floats
from retrieval.base.words import words_of
from retrieval.index.bm25.normalized import K1, B
from retrieval.index.passage_index import PassageIndex, arrays_of, key_of
from retrieval.language import GERMAN
from tests.support.retrieval.queries import article_of

LEXICON = Analyzer(GERMAN)

# Stop words among them, so that a passage may have no term at all; and a word that no article has.
WORDS = ("Brücke", "Brückenbau", "Tunnel", "sperren", "gesperrt", "Bus", "die", "und", "2021")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(lambda words: " ".join(words) + ".")
ARTICLES = st.lists(SENTENCES, min_size=1, max_size=4).map(lambda passages: article_of(*passages))
LIBRARIES = st.lists(ARTICLES, min_size=1, max_size=4)
QUERIES = st.lists(st.sampled_from((*WORDS, "Zeppelin")), min_size=1, max_size=4, unique=True)


def terms(text: str) -> list[str]:
    return terms_of(LEXICON.read(words_of(text)))


def query(words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(terms(" ".join(words))))


def texts(articles: Sequence[Article]) -> list[str]:
    return [article.text[slice(*passage.span)] for article in articles for passage, _ in passages_of(article)]


def reference(documents: Sequence[Sequence[str]], asked: Sequence[str]) -> Floats:
    """rank-bm25's scores, with a delta of 0, over the idf of all that is asked."""
    if not any(documents) or not asked:
        return np.zeros(len(documents))
    having = {term: sum(term in document for document in documents) or 0.5 for term in asked}
    mass = sum(math.log((len(documents) + 1) / number) for number in having.values())
    return np.asarray(BM25Plus(documents, k1=K1, b=B, delta=0).get_scores(asked)) / mass


def shares(index: PassageIndex, words: Sequence[str]) -> Floats:
    return index.shares(query(words), np.arange(len(index)))


def index_of(articles: Sequence[Article]) -> PassageIndex:
    return PassageIndex.of(articles, arrays_of(articles))


@given(LIBRARIES, QUERIES)
def test_the_shares_are_rank_bm25s_over_the_mass_of_what_is_asked(articles: list[Article], words: list[str]) -> None:
    documents = [terms(text) for text in texts(articles)]
    found = shares(index_of(articles), words)
    assert found.shape == (len(documents),)
    assert np.abs(found - reference(documents, query(words))).max() < 1e-9
    assert [share > 0 for share in found] == [bool(set(query(words)) & set(document)) for document in documents]


@given(LIBRARIES, QUERIES)
def test_postings_score_all_passages_as_their_shares_do_but_for_the_mass(
    articles: list[Article], words: list[str]
) -> None:
    index, asked = index_of(articles), query(words)
    assert index.bm25
    mass = sum(index.bm25.statistics.idf(term) for term in asked) or 1.0
    assert shares(index, words) == pytest.approx(index.bm25.gains(dict.fromkeys(asked, 1.0)) / mass, abs=1e-12)


@given(LIBRARIES, st.data())
def test_some_passages_have_the_shares_that_they_have_among_all(articles: list[Article], data: st.DataObject) -> None:
    index = index_of(articles)
    chosen = np.array(data.draw(st.lists(st.sampled_from(range(len(index))))), np.int64)
    assert index.shares(query(WORDS), chosen).tolist() == shares(index, WORDS)[chosen].tolist()


@given(LIBRARIES, LIBRARIES, QUERIES, st.data())
def test_built_on_an_index_before_it_is_as_built_anew(
    before: list[Article], new: list[Article], words: list[str], data: st.DataObject
) -> None:
    """Whatever was removed, added or put in another order."""
    articles = data.draw(st.permutations([*before, *new]))
    articles = articles[: data.draw(st.integers(1, len(articles)))]
    read: list[Article] = []
    kept, anew = arrays_of(articles, arrays_of(before), partial(noted, read=read)), arrays_of(articles)
    assert [kept[name].tolist() for name in ("keys", "passages", "sentences", "lengths")] == [
        anew[name].tolist() for name in ("keys", "passages", "sentences", "lengths")
    ]
    one, other = PassageIndex.of(articles, kept), PassageIndex.of(articles, anew)
    assert shares(one, words) == pytest.approx(shares(other, words), abs=1e-12)
    known = set(map(key_of, before))
    assert read == [article for article in articles if key_of(article) not in known]


def test_two_articles_of_the_same_words_are_taken_over_too() -> None:
    same, again, other = article_of("Der Bus fährt."), article_of("Der Bus fährt."), article_of("Der Zug fährt.")
    kept = PassageIndex.of([other, same], arrays_of([other, same], arrays_of([same, again, other])))
    assert shares(kept, ["Zug"]).tolist() == shares(index_of([other, same]), ["Zug"]).tolist()


def test_an_article_is_read_again_when_anything_of_it_changes() -> None:
    before = arrays_of([article_of("Die Brücke.")])
    for changed in (
        article_of("Die Brücken."),
        article_of("Die Brücke.", title="Anders"),
        article_of("Die Brücke.", language="en"),  # where "die" is a word like any other
    ):
        read: list[Article] = []
        arrays_of([changed], before, partial(noted, read=read))
        assert read == [changed]


def noted(articles: Sequence[Article], read: list[Article]) -> Iterator[Article]:
    for article in articles:
        read.append(article)
        yield article


@given(LIBRARIES)
def test_an_index_can_be_kept(articles: list[Article]) -> None:
    made = index_of(articles)
    arrays: Arrays = made.arrays()
    kept = PassageIndex.of(articles, arrays)
    assert shares(kept, WORDS).tolist() == shares(made, WORDS).tolist()
    assert PassageIndex.of(articles, arrays, postings=False).bm25 is None


def test_places_are_those_in_the_articles_text() -> None:
    articles = [article_of("Ein Satz. Noch einer.", "Der dritte Satz."), article_of("Der Bus fährt. Der Zug nicht.")]
    index = index_of(articles)
    assert [index.text(at) for at in range(len(index))] == texts(articles)
    assert [index.sentence_texts(at) for at in range(len(index))] == [
        ["Ein Satz.", "Noch einer."],
        ["Der dritte Satz."],
        ["Der Bus fährt.", "Der Zug nicht."],
    ]
    assert [index.passage(at) for at in range(len(index))] == [
        passage for article in articles for passage, _ in passages_of(article)
    ]
    assert [index.passage(at).paragraph.number for at in range(len(index))] == [1, 2, 1]
    assert index.first_passages().tolist() == [0, 2]


def test_the_answer_of_an_interview_is_searched_with_its_question() -> None:
    article = article_of("**Was kostet Honig?**", "Elf Euro. Leider.", "Die Bienen fliegen.")
    index = index_of([article])
    assert [index.text(at) for at in range(3)] == [
        "**Was kostet Honig?**",
        "**Was kostet Honig?**\n\nElf Euro. Leider.",
        "Die Bienen fliegen.",
    ]
    assert index.sentence_texts(1) == ["Elf Euro.", "Leider."], "its own sentences, and no others"
    assert index.passage(1).span == (article.text.index("Elf"), article.text.index("Leider.") + 7)
    asks, answers, other = index.shares(query(["Honig"]), np.arange(3))
    assert asks > answers > other == 0


@given(LIBRARIES)
def test_lengths_are_those_of_all_terms(articles: list[Article]) -> None:
    index = index_of(articles)
    assert index.lengths.tolist() == [len(terms(text)) for text in texts(articles)]
    assert all(begin < end for begin, end in pairwise([*index.passages[:, -1].tolist(), len(index.sentences)]))


def test_an_article_without_text_is_an_error() -> None:
    with pytest.raises(NothingToSearch, match="Leer"):
        arrays_of([article_of("Ein Satz."), article_of("# Nur eine Überschrift", title="Leer")])
