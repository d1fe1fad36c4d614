"""Unicode's normal forms of what strangers write."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest

from content.article_file import slug_from
from content.normalization import normalize
from retrieval.base.words import words_of
from retrieval.encoder.text import PASSAGE_LIMIT, clean

# Of each combining class a mark, and those that become marks.
CLASSES = {unicodedata.combining(chr(code)): chr(code) for code in range(sys.maxunicode + 1)}
MARKS = "".join(mark for number, mark in sorted(CLASSES.items(), reverse=True) if number)
BECOME_MARKS = "\u0f73\u0f75\u0f81\u0344\uff9e\uff9f"


@pytest.mark.parametrize("text", ["Zürich", "Zu\u0308rich", "Z̷̢̛͎a̶̰͝l̸̙̎g̵͕̈o̷̜͐", "ﬁ", "각", "か\uff9e", "हिन्दी", "שָׁלוֹם"])
def test_what_people_write_is_normalized_as_ever(text: str) -> None:
    assert normalize("NFC", text) == unicodedata.normalize("NFC", text)
    assert normalize("NFKC", text) == unicodedata.normalize("NFKC", text)


def test_any_mark_is_bounded() -> None:
    """Each code point that becomes a mark, or two, a hundred times behind a letter."""
    for code in range(sys.maxunicode + 1):
        if 0xD800 <= code <= 0xDFFF or not unicodedata.combining(unicodedata.normalize("NFKD", chr(code))[0]):
            continue
        assert len(normalize("NFC", "a" + 100 * chr(code))) <= 61, hex(code)


@pytest.mark.parametrize("marks", ["\u0301\u0323", MARKS, BECOME_MARKS, "\uff9e\u0301", "\u0301\u0323" * 14 + "\u200d"])
def test_a_hundred_thousand_marks_take_no_time(marks: str) -> None:
    """Unbounded they take eleven seconds, as one word of an article, or of a page's title."""
    text = "Zalgo" + marks * (100_000 // len(marks))
    start = time.process_time()
    words_of(text)
    assert len(clean(text, PASSAGE_LIMIT)) <= PASSAGE_LIMIT
    slug_from(text)
    assert time.process_time() - start < 1
