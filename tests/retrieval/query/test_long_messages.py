"""A long message is answered by the questions in it, and not by the text around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.long_messages import asking_part

TEXT = "Der Rat der Stadt hat gestern lange über die Brücke beraten. Wer soll das bezahlen? Das blieb offen. " * 30


@pytest.mark.parametrize(
    ("message", "asking"),
    [
        (TEXT + "\n\nWie hoch ist der Turm?", "Wie hoch ist der Turm?"),
        (TEXT + "Wie hoch ist der Turm? Danke!", "Wie hoch ist der Turm?"),
        (TEXT + "\nwie hoch ist der turm", "wie hoch ist der turm"),
        (TEXT + "Wie hoch ist er? Und warum?", "Wie hoch ist er? Und warum?"),
        ("Wie hoch ist der Turm?\n\n" + TEXT, "Wie hoch ist der Turm?"),
        ("Der Turm ist alt. Wie hoch ist er?", "Der Turm ist alt. Wie hoch ist er?"),
    ],
)
def test_the_part_that_asks(message: str, asking: str) -> None:
    start, end = asking_part(message)
    assert message[start:end].strip() == asking


def test_of_a_text_that_asks_nothing_the_beginning_is_read() -> None:
    assert asking_part(TEXT) == (0, 2000)


@given(st.text(alphabet="a?. \n", max_size=1500))
def test_it_lies_in_the_message(message: str) -> None:
    start, end = asking_part(message)
    assert 0 <= start <= end <= len(message)
