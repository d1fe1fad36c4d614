"""Which sentences of an article are read together."""

from __future__ import annotations

from retrieval.reader.windows import LONGEST, Segment, Window, windows_of


def words(text: str) -> int:
    return len(text.split())


def segments(*texts: str, gap: str = " ") -> dict[int, Segment]:
    return {number: Segment(text, gap) for number, text in enumerate(texts)}


def test_a_window_has_the_sentences_beside_the_best_one() -> None:
    article = segments("Null.", "Eins.", "Zwei.", "Drei.", "Vier.")
    assert list(windows_of(article, [2], words)) == [Window(1, 3, "Eins. Zwei. Drei.")]
    assert list(windows_of(article, [0], words)) == [Window(0, 1, "Null. Eins.")]
    assert list(windows_of(article, [4], words)) == [Window(3, 4, "Drei. Vier.")]


def test_what_is_in_a_window_makes_none_of_its_own() -> None:
    article = segments("Null.", "Eins.", "Zwei.", "Drei.", "Vier.", "Fünf.")
    assert [(window.first, window.last) for window in windows_of(article, [1, 2, 4, 0, 5], words)] == [(0, 2), (3, 5)]


def test_a_long_window_loses_the_sentence_behind_first() -> None:
    long = "Wort " * (LONGEST - 1)
    assert [(w.first, w.last) for w in windows_of(segments("Null.", "Eins.", long), [1], words)] == [(0, 1)]
    assert [(w.first, w.last) for w in windows_of(segments(long, "Eins.", "Zwei."), [1], words)] == [(0, 1)]
    assert [(w.first, w.last) for w in windows_of(segments(long * 2, "Eins.", "Zwei."), [1], words)] == [(1, 1)]
    assert [(w.first, w.last) for w in windows_of(segments("Null.", long * 2, "Zwei."), [1], words)] == [(1, 1)]


def test_sentences_whose_numbers_do_not_follow_each_other_are_not_read_together() -> None:
    article = {0: Segment("Null.", " "), 2: Segment("Zwei.", " ")}
    assert [window.text for window in windows_of(article, [0, 2], words)] == ["Null.", "Zwei."]


def test_a_window_is_one_line() -> None:
    article = segments("Die\nBrücke.", "Sie ist\tneu.", gap="\n\n")
    assert [window.text for window in windows_of(article, [0], words)] == ["Die Brücke. Sie ist neu."]
