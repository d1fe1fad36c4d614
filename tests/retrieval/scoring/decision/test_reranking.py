"""What a reader says of windows changes the order of an article's sentences, and what they score not at all."""

from __future__ import annotations

import pytest

from retrieval.scoring.decision.reranking import rerank
from retrieval.scoring.decision.windows import ReadWindow
from retrieval.scoring.search_result import SearchResult
from retrieval.scoring.searcher import Searcher
from tests.support.retrieval.queries import article_of, query_of

SENTENCES = ("Die Brücke ist zu.", "Die Brücke steht im Ort.", "Sie kostet 48 Euro.", "Der Bus fährt.", "Es regnet.")


def found(*more: str) -> SearchResult:
    articles = [article_of(*SENTENCES), *([article_of(*more, title="Anderes")] if more else [])]
    result = Searcher(articles, None).find(query_of("Was ist mit der Brücke im Ort?"), 8)
    assert result
    return result


def window(result: SearchResult, logit: float, answer: str, *texts: str) -> ReadWindow:
    return ReadWindow(tuple(each for each in result.sentences if each.text in texts), logit, answer)


def order(result: SearchResult) -> list[str]:
    return [sentence.text for sentence in result.ranked]


def test_without_windows_nothing_changes() -> None:
    result = found()
    assert rerank(result, ()) is result


def test_what_answers_by_reading_comes_first_and_the_scores_stay() -> None:
    result = found()
    read = [
        window(result, -9.0, "", "Die Brücke ist zu.", "Die Brücke steht im Ort."),
        window(result, 9.0, "48 Euro", "Sie kostet 48 Euro.", "Der Bus fährt."),
    ]
    assert order(result)[0] == "Die Brücke steht im Ort."
    after = rerank(result, read)
    assert order(after)[0] == "Sie kostet 48 Euro."
    assert sorted(after.sentences.values()) == sorted(result.sentences.values())
    assert list(after.sentences) == list(result.sentences), "in the order of the article, whatever they score"


def test_words_and_meaning_still_count() -> None:
    result = found()
    read = [window(result, -1.0, "", "Die Brücke steht im Ort."), window(result, -0.9, "", "Die Brücke ist zu.")]
    assert order(rerank(result, read)) == order(result)


def test_one_window_alone_changes_little() -> None:
    result = found()
    assert order(rerank(result, [window(result, 9.0, "", "Die Brücke ist zu.")])) == order(result)


def test_other_articles_keep_their_sentences_where_they_are() -> None:
    result = found("Die Brücke im Ort wird gebaut.")
    other = next(each for each in result.sentences if each.passage.article.title == "Anderes")
    read = [window(result, 4.0, "48 Euro", "Sie kostet 48 Euro.")]
    assert rerank(result, read).sentences[other] == result.sentences[other]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("48 Euro", "Sie kostet 48 Euro."),
        ("48euro", "Sie kostet 48 Euro."),
        ("kostet", "Sie kostet 48 Euro."),
        ("ist zu. Die", None),
        ("", None),
    ],
)
def test_the_sentence_that_answers_is_found_by_its_letters(answer: str, sentence: str | None) -> None:
    read = window(found(), 1.0, answer, *SENTENCES)
    assert (read.answering.text if read.answering else None) == sentence
