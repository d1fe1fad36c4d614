"""What is stored of an article, and what it tells again."""

from collections import Counter

from content import Article
from retrieval.fields import PASSAGE_FIELDS
from retrieval.language import rules_of
from retrieval.milvus.rows import key_of, rows_of, totals_of
from retrieval.reading import Reading, Tongue

GERMAN = Tongue(rules_of("de"))


def test_the_first_row_comes_last_and_tells_of_the_article(bridge: Article) -> None:
    reading = Reading(bridge, GERMAN)
    rows = rows_of(reading, PASSAGE_FIELDS)
    assert [row["number"] for row in rows] == [2, 1, 0]
    assert [row["totals"] for row in rows[:-1]] == ["", ""]
    assert {row["article"] for row in rows} == {key_of(bridge)}
    stems = Counter(token.stem for sentence in reading.sentences for token in sentence.tokens)
    whole, across, words, *pairs = totals_of(rows[-1])
    assert (whole.documents, across.documents, words.documents) == (3, 3, 3)
    assert words.terms == sum(times for stem, times in stems.items() if stem not in _stop_words(reading))
    assert all(each.documents == 6 for each in pairs)


def _stop_words(reading: Reading) -> set[str]:
    return {token.stem for sentence in reading.sentences for token in sentence.tokens if token.stop}


def test_what_milvus_cannot_take_is_left_out() -> None:
    words = " ".join(f"wort{number:05}mitvielenbuchstaben" for number in range(4_000))
    rows = rows_of(Reading(Article.from_text(words, title="Wörter", language="de"), GERMAN), PASSAGE_FIELDS)
    for name in ("ranked", "known"):
        assert all(len(row[name].encode()) <= 65_535 for row in rows)


def test_the_key_changes_with_the_text_only(bridge: Article) -> None:
    same = Article.from_text(bridge.text, title="Anders", language="de")
    other = Article.from_text(bridge.text + ".", title=bridge.title, language="de")
    assert key_of(same) == key_of(bridge) != key_of(other)
