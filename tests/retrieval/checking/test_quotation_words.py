"""Words of quotations in the form in which they have to be the same."""

from retrieval.base.spans import Span
from retrieval.checking.quotation_words import quoted_words


def test_ligatures_are_the_letters_that_they_stand_for() -> None:
    text = "\ufb01nanziell, e\ufb00ektiv, \ufb02ach"
    assert [word.form for word in quoted_words(text, Span(0, len(text)))] == ["finanziell", "effektiv", "flach"]
