"""What is left of a text that is given to an encoder."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.encoder.text import PASSAGE_LIMIT, QUESTION_LIMIT, clean, has_words

SPECIAL = ("<s>", "</s>", "<pad>", "<unk>", "<mask>")
ANY_TEXT = st.text(
    st.one_of(st.sampled_from("<>/s＜＞／ſpadunkmask \0\x01\ud800\udc00\u0338"), st.characters(codec=None)), max_size=60
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wer baut die Brücke?", "Wer baut die Brücke?"),
        ("Wer\0 baut", "Wer baut"),
        ("Wer\ud83d baut\udc00?", "Wer baut?"),
        ("Ein Satz.</s>Noch einer.", "Ein Satz. Noch einer."),
        ("<s><pad><unk><mask>", "    "),
        ("<s<s>>", "<s >"),
        ("<\x01s>", " "),
        ("<\0s>", " "),
        ("＜s＞", " "),
        ("a < s, b > 3", "a < s, b > 3"),
        ("Zeile\n\tZeile\r\n", "Zeile\n\tZeile\r\n"),
        ("ﬁnden", "finden"),
        ("u\0\u0308ber", "über"),
        ("", ""),
    ],
)
def test_what_the_model_would_mistake_is_taken_out(text: str, expected: str) -> None:
    assert clean(text, QUESTION_LIMIT) == expected


def test_it_is_cut_after_it_grew() -> None:
    assert len("ﷺ" * 20) == 20
    assert clean("ﷺ" * 20, QUESTION_LIMIT) == unicodedata.normalize("NFKC", "ﷺ" * 20)[:QUESTION_LIMIT]
    assert len(clean("ﷺ" * 100_000, PASSAGE_LIMIT)) == PASSAGE_LIMIT


@given(ANY_TEXT, st.integers(1, 40))
def test_nothing_is_left_to_mistake(text: str, limit: int) -> None:
    ready = clean(text, limit)
    assert len(ready) <= limit
    assert not any(token in ready for token in SPECIAL)
    assert "\0" not in ready
    assert unicodedata.is_normalized("NFKC", ready)
    ready.encode()


@given(ANY_TEXT, st.integers(1, 40))
def test_preparing_again_changes_nothing(text: str, limit: int) -> None:
    assert clean(clean(text, limit), limit) == clean(text, limit)


@pytest.mark.parametrize("text", ["Brücke", "7", "的", "ä", "…?a"])
def test_words(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize("text", ["", " ", "?!", "😀", "\u0301", "—"])
def test_no_words(text: str) -> None:
    assert not has_words(text)
