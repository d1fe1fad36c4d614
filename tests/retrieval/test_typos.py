import pytest

from retrieval.typos import Spellings

SPELLINGS = Spellings(["taiwan", "starlink", "starlink", "zehnmeterturm", "people"], compounds=True)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("taiwan", "taiwan"),
        ("tawian", "taiwan"),
        ("starlnk", "starlink"),
        ("starllink", "starlink"),
        ("starlimk", "starlink"),
        ("turm", "zehnmeterturm"),
    ],
)
def test_a_slip_or_a_part_is_brought_back(asked: str, known: str) -> None:
    assert SPELLINGS.known(asked) == known


@pytest.mark.parametrize("asked", ["popul", "ztaiwan", "link2", "moon", ""])
def test_other_words_stay(asked: str) -> None:
    assert SPELLINGS.known(asked) == asked


def test_parts_of_compounds_only_where_the_language_writes_them_in_one_word() -> None:
    assert Spellings(["chocolate"], compounds=False).known("late") == "late"
