import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.typos import Spellings

SPELLINGS = Spellings({"taiwan": 1, "starlink": 2, "zehnmeterturm": 1, "people": 1}, compounds=True)


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
    assert Spellings({"chocolate": 1}, compounds=False).known("late") == "late"


def one_slip(one: str, other: str) -> bool:
    """Whether the optimal string alignment distance is 1, by the definition: what `Spellings` finds in another way."""
    swaps = {one[:at] + one[at : at + 2][::-1] + one[at + 2 :] for at in range(len(one) - 1)}
    shorter, longer = sorted((one, other), key=len)
    dropped = {longer[:at] + longer[at + 1 :] for at in range(len(longer))}
    replaced = len(one) == len(other) and sum(map(str.__ne__, one, other)) == 1
    return one != other and (other in swaps or replaced or (len(longer) == len(shorter) + 1 and shorter in dropped))


@given(st.text("abc", min_size=4, max_size=7), st.text("abc", min_size=4, max_size=7))
def test_a_word_is_one_slip_away_by_the_definition(asked: str, used: str) -> None:
    near = one_slip(asked, used) and asked[0] == used[0] and min(len(asked), len(used)) >= 5
    assert Spellings({used: 1}, compounds=False).known(asked) == (used if near else asked)
