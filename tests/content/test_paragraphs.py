import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.paragraphs import split_paragraphs


def texts(text: str) -> list[tuple[str, str | None]]:
    return [(text[p.start : p.end], p.heading) for p in split_paragraphs(text)]


def test_blank_lines_separate_paragraphs() -> None:
    assert texts("Eins.\nNoch eins.\n\n \t\nZwei.\n") == [("Eins.\nNoch eins.", None), ("Zwei.", None)]


def test_a_heading_is_no_paragraph_but_stands_above_those_that_follow() -> None:
    assert texts("Vor.\n## Über uns ##\nEins.\n\nZwei.\n# Neu\n\nDrei.") == [
        ("Vor.", None),
        ("Eins.", "Über uns"),
        ("Zwei.", "Über uns"),
        ("Drei.", "Neu"),
    ]


@pytest.mark.parametrize("line", ["#hashtag am Anfang", "####### sieben", "Nr. # 4", "    # eingerückt"])
def test_what_only_looks_like_a_heading_is_text(line: str) -> None:
    assert texts(line) == [(line.strip(), None)]


def test_paragraphs_are_numbered_from_one() -> None:
    assert [p.number for p in split_paragraphs("a\n\n# h\n\nb\n\nc")] == [1, 2, 3]


@given(st.text(alphabet="ab .#\n\r\t\u2028"))
def test_paragraphs_hold_all_that_is_neither_heading_nor_white_space(text: str) -> None:
    paragraphs = split_paragraphs(text)
    for paragraph in paragraphs:
        inside = text[paragraph.start : paragraph.end]
        assert inside
        assert inside == inside.strip()
    outside = text
    for paragraph in reversed(paragraphs):
        outside = outside[: paragraph.start] + outside[paragraph.end :]
    assert all(not line.strip() or line.lstrip(" ").startswith("#") for line in outside.split("\n"))
