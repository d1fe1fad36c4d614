"""How well each sentence of an article answers a question."""

from __future__ import annotations

import numpy as np
import pytest

from content import Article
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.parsed_article import LanguageResources, ParsedArticle
from retrieval.language import GERMAN
from retrieval.scoring.article_index import ArticleIndex
from retrieval.scoring.hybrid import fuse, scale_of
from retrieval.scoring.sentence_scores import sentence_scores
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of, query_of

# What stands first in an article loses; here it has nothing to lose.
FIRST = "Guten Tag."


def index_of(article: Article, vectors: CachingEncoder | None = None) -> ArticleIndex:
    return ArticleIndex(ParsedArticle(article, LanguageResources(GERMAN)), vectors)


def made(article: Article, *, synonyms: dict[str, str] | None = None) -> tuple[ArticleIndex, CachingEncoder]:
    """The article with all its vectors."""
    vectors = text_vectors(FakeEncoder(synonyms=synonyms))
    index = index_of(article, vectors)
    vectors.make([sentence.text for sentence in index.parsed.sentences])
    vectors.make([article.text[slice(*passage.span)] for passage in index.parsed.passages])
    return index, vectors


def scores(question: str, *passages: str) -> list[float]:
    """By words, a score each for the sentences, but for the first one."""
    found: list[float] = sentence_scores(query_of(question), index_of(article_of(FIRST, *passages))).tolist()
    return found[1:]


def test_words_of_the_sentence_and_of_its_passage_are_added() -> None:
    index = index_of(article_of(FIRST, "Die Brücke ist neu. Sie ist grün.", "Der Bus ist alt."))
    query = query_of("Was ist mit der Brücke?")
    sentences, passages = index.sentences(query).words, index.passages(query).words
    expected = [*(sentences[1:3] + passages[1]), sentences[3] + passages[2]]
    found = sentence_scores(query, index)[1:]
    assert found - found[2] == pytest.approx(np.array(expected) * (found[0] - found[2]) / expected[0])
    assert found[0] > found[1] > found[2]


def test_meaning_of_the_sentence_and_of_its_passage_is_added() -> None:
    index, vectors = made(
        article_of(FIRST, "Das Automobil rostet. Es steht.", "Der Bus fährt."), synonyms={"automobil": "wagen"}
    )
    query = query_of("Wo ist der Wagen?", vectors)
    sentences, passages = index.sentences(query), index.passages(query)
    assert not sentences.words.any()
    meaning = sentences.meaning + passages.meaning[index.passage_of]
    scale = scale_of(query.encoder)
    assert sentence_scores(query, index)[1:] == pytest.approx(fuse(np.zeros(4), meaning, scale, scale.sentences)[1:])
    assert sentence_scores(query, index).argmax() == 1


def test_words_of_the_topic_count_less_the_longer_the_article_is() -> None:
    """Whoever asks about the bridge wants to know what "kostet" leads to, not another sentence about the bridge."""

    def lead(number: int) -> float:
        others = [f"Der Bus {at} fährt." for at in range(number)]
        passages = (FIRST, "Die Brücke steht im Ort.", "Sie kostet Geld.", *others)
        index = index_of(article_of(*passages, title="Die Brücke am Fluss"))
        scores = sentence_scores(query_of("Was kostet die Brücke?"), index)
        return float(scores[2] - scores[1])

    assert lead(0) < lead(30)
    assert lead(30) > 0


def test_the_first_sentence_of_an_article_stands_back() -> None:
    index = index_of(article_of("Die Brücke ist neu.", "Die Brücke ist neu."))
    first, second = sentence_scores(query_of("Was ist mit der Brücke?"), index)
    assert first < second


def test_a_question_stands_behind_what_answers() -> None:
    answers, asks = scores("Was kostet die Brücke?", "Die Brücke kostet was.", "Was kostet die Brücke?")
    assert asks < answers


def test_what_an_interviewer_asks_stands_behind_everything() -> None:
    turns = "**Was kostet die Brücke?**", "Elf Euro.", "**Wie?**", "Ja.", "**Wer?**", "Ich.", "Am Montag regnet es."
    asked, *others = scores("Was kostet die Brücke?", *turns)
    assert asked < min(others[0], others[2], others[4], others[5])


@pytest.mark.parametrize(
    ("question", "offers", "offers_nothing"),
    [
        ("Wann kam die Brücke?", "Die Brücke kam 1999.", "Die Brücke kam früh."),
        ("Wie viele Brücken kamen?", "Zwölf Brücken kamen.", "Die Brücken kamen spät."),
    ],
)
def test_what_offers_what_is_asked_for_stands_before_what_does_not(
    question: str, offers: str, offers_nothing: str
) -> None:
    for passages in ([offers, offers_nothing], [offers_nothing, offers]):
        found = dict(zip(passages, scores(question, *passages), strict=True))
        assert found[offers] > found[offers_nothing]


def test_what_the_question_names_itself_is_no_offer() -> None:
    sentences = "Die Brücke kam im Mai.", "Die Brücke kam im Mai 1999."
    named, new = scores("Wann im Mai kam die Brücke?", *sentences)
    named_too, new_too = scores("Wo im Mai kam die Brücke?", *sentences)
    assert named == pytest.approx(named_too)
    assert new > new_too


def test_a_sentence_of_the_speaker_whom_the_question_names_gains() -> None:
    passage = "Ida Falk leitet die Stadt. Sie sagte, der Fluss werde gesperrt."
    runs, says = scores("Was macht Falk?", passage)
    runs_too, says_too = scores("Was sagt Falk?", passage)
    assert says_too - says > runs_too - runs


def test_the_speaker_whom_the_question_names_stands_first() -> None:
    article = article_of(
        "Die Brücke war Thema.",
        "Die Brücke, sagte Ida Falk, werde gesperrt.",
        "Die Brücke, die Brücke und immer wieder die Brücke.",
        "Die Brücke sei sicher, sagte Peter Brandt.",
    )
    for name, number in (("Falk", 1), ("Brandt", 3)):
        found = sentence_scores(query_of(f"Was sagt {name} zur Brücke?"), index_of(article))
        assert found.argmax() == number


def test_a_sentence_without_a_vector_stands_where_its_words_put_it() -> None:
    article = article_of(FIRST, "Der Bus fährt.", "Die Brücke ist neu.", "Die Brücke steht in Lindau am Rhein.")
    index, vectors = made(article)
    missing = text_vectors(FakeEncoder(fails_at=["Die Brücke ist neu."]))
    missing.make([sentence.text for sentence in index.parsed.sentences])
    question = "Ist die Brücke neu?"
    best = sentence_scores(query_of(question, vectors), index)
    guessed = sentence_scores(query_of(question, missing), index_of(article, missing))
    assert best.argmax() == guessed.argmax() == 2
    assert np.isfinite(guessed).all()
