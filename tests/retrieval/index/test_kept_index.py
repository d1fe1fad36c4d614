"""The index of a library in a folder: the second start has less to do, and answers alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from content import Article
from retrieval import WORDS_ALONE, Retriever, attributions
from tests.support.retrieval.corpus import Generator
from tests.support.retrieval.fake_encoder import FakeEncoder
from tests.support.retrieval.queries import article_of

QUESTION = "Wer plant die Brücke?"


@pytest.fixture(scope="module")
def many() -> list[Article]:
    return list(Generator().articles(300))


class Progress:
    """Notes which articles it goes through, and its end."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def __call__(self, articles: Sequence[Article]) -> Iterator[Article]:
        for article in articles:
            self.told.append(article.title)
            yield article
        self.told.append("end")


def started(articles: Sequence[Article], folder: Path | None) -> tuple[Retriever, list[str]]:
    """By words alone, and the titles of the articles that were read."""
    progress = Progress()
    retriever = Retriever(articles, WORDS_ALONE, index=folder, progress=progress)
    return retriever, [title for title in progress.told if title != "end"]


def hits(retriever: Retriever, question: str) -> list[tuple[str, int, int, int]]:
    return [(hit.article.title, hit.paragraph.number, hit.start, hit.end) for hit in retriever.search(question)]


def scores(retriever: Retriever, question: str) -> list[float]:
    return [hit.score for hit in retriever.search(question)]


def quotes(retriever: Retriever, question: str) -> list[str]:
    return [quote.text for quote in retriever.answer(question).quotes]


@pytest.mark.slow
def test_the_second_start_reads_no_article_and_answers_alike(tmp_path: Path, many: list[Article]) -> None:
    made, read = started(many, tmp_path)
    assert read == [article.title for article in many]
    opened, read_again = started(many, tmp_path)
    assert read_again == []
    plain, _ = started(many, None)
    for question in Generator(3).questions([many[7].text, many[20].text], 2):
        assert hits(opened, question) == hits(made, question) == hits(plain, question) != []
        assert scores(opened, question) == scores(made, question) == pytest.approx(scores(plain, question))
        assert quotes(opened, question) == quotes(plain, question)


@pytest.mark.slow
def test_only_what_has_changed_is_read_again(tmp_path: Path, many: list[Article]) -> None:
    started(many, tmp_path)
    changed = Article(
        text=f"{many[3].text}\n\nDer Tunnel bleibt.", title=many[3].title, language="de", slug=many[3].slug
    )
    now = [*many[5:], changed, *many[:3]]  # one changed, one gone, all in another order
    kept, read = started(now, tmp_path)
    assert read == [changed.title]
    assert len(list(tmp_path.glob("[0-9a-f]*"))) == 1, "the old index goes"
    plain, _ = started(now, None)
    for question in (*Generator(3).questions([many[0].text, many[20].text, many[29].text], 3), "Bleibt der Tunnel?"):
        assert hits(kept, question) == hits(plain, question) != []
        assert scores(kept, question) == pytest.approx(scores(plain, question))
        assert quotes(kept, question) == quotes(plain, question)


def test_progress_goes_through_what_has_to_be_read(tmp_path: Path, many: list[Article]) -> None:
    for number, expected in ((9, many[:9]), (11, many[9:11])):
        progress = Progress()
        Retriever(many[:number], WORDS_ALONE, index=tmp_path, progress=progress)
        assert progress.told[: len(expected) + 1] == [*(article.title for article in expected), "end"]


def test_an_article_in_another_language_than_before_is_read_again(tmp_path: Path) -> None:
    """As when somebody mends the language in the head of its file."""
    german, english = (
        Article(text="The die is cast.", title="Dice", language=language, slug="dice") for language in ("de", "en")
    )
    assert hits(started([german], tmp_path)[0], "die?") == []
    retriever, read = started([english], tmp_path)
    assert read == ["Dice"]
    assert hits(retriever, "die?") != []


def test_articles_of_two_languages_share_an_index(tmp_path: Path, bridge: Article) -> None:
    english = Article.from_text("The harbour was closed for repairs in May.", title="Harbour", language="en")
    for _ in range(2):
        retriever, _ = started([bridge, english], tmp_path)
        assert hits(retriever, QUESTION)[0][0] == bridge.title
        assert "closed" in quotes(retriever, "Why was the harbour closed?")[0]


def test_who_says_it_is_found_in_an_opened_index_too(tmp_path: Path) -> None:
    for _ in range(2):
        article = article_of("Die Brücke bleibt gesperrt, sagte Clara Öztürk.", "Der Bus fährt.")
        retriever, _ = started([article], tmp_path)
        (quote, *_) = retriever.answer("Was bleibt gesperrt?").quotes
        assert quote.attribution == attributions(article)[0]


def test_a_broken_index_is_made_anew(tmp_path: Path, bridge: Article) -> None:
    expected = scores(started([bridge], tmp_path)[0], QUESTION)
    for name in ("counts.terms", "bm25.gains", "passages"):
        (file,) = tmp_path.rglob(f"{name}.*.npy")
        file.unlink()
        retriever, read = started([bridge], tmp_path)
        assert read == [bridge.title]
        assert scores(retriever, QUESTION) == expected


def beyond(array: NDArray[Any]) -> None:
    array.flat[array.size // 2] = np.iinfo(array.dtype).max if array.dtype.kind in "iu" else np.nan


def below_zero(array: NDArray[Any]) -> None:
    array.flat[array.size // 2] = -7 if array.dtype.kind != "u" else 0xFF


def swapped(array: NDArray[Any]) -> None:
    array[:] = array[::-1].copy()


# What can be told to be wrong. To swap how rare words are, or how often they stand somewhere, only ranks otherwise.
_TAMPERED = [
    *((name, beyond) for name in ("passages", "sentences", "idfs", "lengths", "counts.first", "counts.terms")),
    *((name, beyond) for name in ("bm25.starts", "bm25.documents", "bm25.row_terms", "counts.numbers")),
    *((name, below_zero) for name in ("passages", "sentences", "counts.first", "counts.terms", "bm25.documents")),
    *((name, swapped) for name in ("passages", "sentences", "counts.first", "bm25.starts")),
]


@pytest.mark.parametrize(("name", "tamper"), _TAMPERED)
def test_an_edited_index_quotes_and_breaks_nothing(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    many: list[Article],
    name: str,
    tamper: Callable[[NDArray[Any]], None],
) -> None:
    articles = many[:2]
    question = " ".join(articles[1].text.split()[3:9])
    whole, _ = started(articles, tmp_path)
    right = quotes(whole, question), hits(whole, question)  # before its file is edited, which it reads from
    (file,) = tmp_path.rglob(f"{name}.*.npy")
    array = np.load(file)
    tamper(array)
    np.save(file, array)
    edited, read = started(articles, tmp_path)
    assert (quotes(edited, question), hits(edited, question)) == right
    assert read == [article.title for article in articles], "it is made anew"
    assert caplog.text.count("is not as it was written; it is made anew.") == 1
    assert started(articles, tmp_path)[1] == []


def test_an_edited_index_is_not_taken_over_when_an_article_is_added(tmp_path: Path, bridge: Article) -> None:
    articles = [bridge, article_of("Der Bus fährt. Er ist blau.", "Clara Öztürk fährt.")]
    started(articles[1:], tmp_path)
    (file,) = tmp_path.rglob("sentences.*.npy")
    array = np.load(file)
    array[0] += 4000
    np.save(file, array)
    edited, read = started(articles, tmp_path)
    assert read == [article.title for article in articles]
    assert hits(edited, "Wer fährt?") == hits(started(articles, None)[0], "Wer fährt?")


def test_where_a_sentence_ends_is_never_taken_from_the_index(tmp_path: Path) -> None:
    """What fits together as numbers is not noticed; it may not change what is quoted."""
    article = article_of("Die Brücke ist nicht gesperrt. Der Bus fährt.", "Clara Öztürk kommt.")
    started([article], tmp_path)
    (file,) = tmp_path.rglob("sentences.*.npy")
    array = np.load(file)
    array[0, 1] -= len("nicht gesperrt.")
    array[1, 0] -= len("gesperrt. ")
    np.save(file, array)
    edited, read = started([article], tmp_path)
    assert read == []
    assert quotes(edited, "Ist die Brücke gesperrt?") == quotes(started([article], None)[0], "Ist die Brücke gesperrt?")


def test_vectors_are_kept_beside_it(tmp_path: Path, bridge: Article) -> None:
    first = Retriever([bridge], FakeEncoder(), index=tmp_path)
    encoder = FakeEncoder()
    second = Retriever([bridge], encoder, index=tmp_path)
    assert encoder.passages == []
    assert second.signals(QUESTION) == first.signals(QUESTION)
    assert encoder.questions == [QUESTION]
    assert not (tmp_path / "contents.json").exists()
    assert hits(started([bridge], tmp_path)[0], QUESTION), "vectors do not stand in the way of words alone"
