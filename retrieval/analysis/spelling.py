"""Spelling: words that people write in different ways, brought to one key.

What is folded away is what people leave out, double or swap for the letter next to it in sound: umlauts ("Präsident",
"Praesident", "Prasident"), ß and doubled letters ("Straße", "Strasse", "Strase"), and j, i and y, in which
transliterated names differ ("Kirijenko", "Kiriyenko", "Kirienko"). Text and question are folded alike, so that a key
need not be a word; on German and English XQuAD ranking by keys is as good as ranking by the words themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from content.normalization import normalize

# "ae", "oe", "ue" stand for an umlaut, but not the "ue" of "Bauer", "neue" and "Quelle".
_WRITTEN_OUT = re.compile(r"(?P<vowel>[ao])e|(?<![aeq])ue")
_DOUBLED = re.compile(r"(.)\1+")
_LIKE_I = str.maketrans("jy", "ii")


@lru_cache(maxsize=1 << 15)
def spelling_key(form: str) -> str:
    """The key under which the spellings of a word meet. `form` is case folded; digits stay as they are.

    >>> spelling_key("präsident"), spelling_key("praesident"), spelling_key("kiriyenko"), spelling_key("kirijenko")
    ('prasident', 'prasident', 'kirienko', 'kirienko')
    """
    if not form.isalpha():
        return form
    key = without_umlauts(form).translate(_LIKE_I)
    single = _DOUBLED.sub(r"\1", key)
    return single if len(single) > 1 else key  # "xxx" is no spelling of "x"


@lru_cache(maxsize=1 << 15)
def without_umlauts(form: str) -> str:
    """The form with the plain vowel for every umlaut, however it is written, and other letters without accents."""
    plain = _WRITTEN_OUT.sub(lambda found: found["vowel"] or "u", form)
    if plain.isascii():
        return plain
    return "".join(char for char in normalize("NFD", plain) if not "\u0300" <= char <= "\u036f")


def is_slip(one: str, other: str) -> bool:
    """Whether two words are the same but for one slip: a letter left out, added or wrong, or two neighbours swapped.

    >>> is_slip("autor", "auotr"), is_slip("geschriben", "geschrieben"), is_slip("gesprochen", "versprochen")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[same:], other[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
