"""Texts with a person's sentences, one a line, an empty line between texts: how many of them are found as they are.

The files `…_one` were written before their author had seen the splitter; rules were then made because of what went
wrong in them. The others were opened once each, when rules stood, and rules have been made because of them since: of
`german_two` 84 in a hundred were right, of `english_two` 98 (before any of these rules 84 and 93), of `german_three` 87
(before 77). A quotation of several sentences has a line for each.
"""

from pathlib import Path

import pytest

from retrieval.analysis.sentences import split_sentences
from retrieval.base.spans import Span
from retrieval.language import ENGLISH, GERMAN, LanguageRules

TEXTS = Path(__file__).parent / "sentence_ends"


def sentences_and_missed(file: Path, rules: LanguageRules) -> tuple[int, list[str]]:
    """How many sentences there are, and those that are not found."""
    count, missed = 0, list[str]()
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        sentences = block.splitlines()
        text = " ".join(sentences)
        found = {text[start:end] for start, end in split_sentences(text, Span(0, len(text)), rules)}
        count += len(sentences)
        missed += [sentence for sentence in sentences if sentence not in found]
    return count, missed


@pytest.mark.parametrize(
    ("name", "rules", "count", "most_missed"),
    [
        ("german_one", GERMAN, 203, 0),
        ("german_two", GERMAN, 95, 2),
        ("german_three", GERMAN, 77, 5),
        ("english_one", ENGLISH, 198, 2),
        ("english_two", ENGLISH, 107, 0),
    ],
)
def test_sentences_end_where_a_person_ends_them(name: str, rules: LanguageRules, count: int, most_missed: int) -> None:
    found, missed = sentences_and_missed(TEXTS / f"{name}.txt", rules)
    assert found == count
    assert len(missed) <= most_missed, missed
