"""Quotation marks of all styles."""

from __future__ import annotations

import pytest

from retrieval.attribution.syntax.quotation import quotations
from retrieval.base.spans import Span


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "quotation",
    ["„Es brennt.“", "„Es brennt.”", "“Es brennt.”", "»Es brennt.«", "«Es brennt.»", '"Es brennt."', "''Es brennt.''",
     "‚Es brennt.‘", "‘Es brennt.’", "›Es brennt.‹", "‹Es brennt.›", "'Es brennt.'"],
)  # fmt: skip
def test_every_style_is_recognised(quotation: str) -> None:
    assert quoted(f"Er rief {quotation} und ging.") == [quotation]


def test_an_inner_quotation_is_part_of_the_outer_one() -> None:
    assert quoted("Er sagte: „Sie rief ‚Nein‘ und ging.“ Dann schwieg er.") == ["„Sie rief ‚Nein‘ und ging.“"]


@pytest.mark.parametrize(
    "text", ["Andreas' Auto und Max' Rad", "Das war's. Geht's noch?", "3' vor Schluss", "nur „offen"]
)
def test_an_apostrophe_or_a_stray_mark_opens_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_of_several_paragraphs_runs_to_the_end_of_each_but_the_last() -> None:
    (quotation,) = quotations("„Es brennt. Wir gehen.", Span(0, 22))
    assert (quotation.start, quotation.speech) == (0, True)


@pytest.mark.parametrize(
    ("text", "speech"), [("„Bild“", False), ("„Es brennt!“", True), ("„wir gehen jetzt alle fort“", True)]
)
def test_a_title_is_no_speech(text: str, speech: bool) -> None:
    assert [q.speech for q in quotations(text, Span(0, len(text)))] == [speech]
