"""Long articles: read part by part, and only where something is asked for."""

from itertools import pairwise

import pytest

from content import Article
from retrieval import attributions
from retrieval.attribution import Attribution, attributions_in_part
from retrieval.attribution.attribution_cache import attributions_near, attributions_of, attributions_within
from retrieval.attribution.parts import parts_of
from retrieval.base.spans import Span

PARAGRAPH = "Die Fähre fährt wieder. Das sagte Reederin Karin Brandt am Montag. Sie habe lange darauf gewartet.\n\n"
OTHER = "„Die Brücke hält“, sagte Ingenieur Jonas Feld. Der Verkehr läuft seit Dienstag.\n\n"
LONG = Article.from_text(PARAGRAPH * 25 + OTHER * 10, title="Am Fluss", language="de")


@pytest.fixture(autouse=True)
def _short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.attribution.parts.LONGEST_PART", 1_000)


def test_an_article_of_a_newspaper_is_one_part() -> None:
    article = Article.from_text(PARAGRAPH * 9, title="Am Fluss", language="de")
    assert parts_of(article) == (Span(0, len(article.text)),)


def test_parts_leave_nothing_out_and_cut_no_paragraph() -> None:
    parts = parts_of(LONG)
    assert len(parts) > 1
    assert (parts[0].start, parts[-1].end) == (0, len(LONG.text))
    assert all(one.end == other.start for one, other in pairwise(parts))
    ends = {paragraph.end for paragraph in LONG.paragraphs}
    assert {part.end for part in parts[:-1]} <= ends


def test_a_paragraph_that_is_too_long_for_a_part_is_one_alone() -> None:
    article = Article.from_text(f"{PARAGRAPH}{OTHER.strip() * 20}\n\n{PARAGRAPH}", title="Am Fluss", language="de")
    assert len(parts_of(article)) == 3


def test_each_sentence_has_the_speaker_that_it_has_in_a_short_article() -> None:
    found = attributions_of(LONG)
    assert {LONG.text[each.start : each.end]: each.speaker for each in found} == {
        "Das sagte Reederin Karin Brandt am Montag.": "Karin Brandt",
        "Sie habe lange darauf gewartet.": "Karin Brandt",
        "„Die Brücke hält“, sagte Ingenieur Jonas Feld.": "Jonas Feld",
        "Die Fähre fährt wieder.": "Karin Brandt",
    }
    assert found == attributions(LONG)


def test_only_the_parts_that_are_asked_about_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Span] = []

    def record(article: Article, part: Span) -> tuple[Attribution, ...]:
        read.append(part)
        return attributions_in_part(article, part)

    monkeypatch.setattr("retrieval.attribution.attribution_cache.attributions_in_part", record)
    article = Article.from_text(LONG.text, title="Am Fluss", language="de")
    first, *_, last = parts_of(article)
    at = article.text.rindex("„Die Brücke")
    assert [each.speaker for each in attributions_within(article, [Span(at, at + 10)])] == ["Jonas Feld"]
    assert read == [last]
    assert "Jonas Feld" in {each.speaker for each in attributions_near(article, {"felds"})}
    assert first not in read, "where nobody is called Feld"
