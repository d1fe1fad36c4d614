"""What is kept on disk: it may not change unless its number does, or bots would read what is not there any more."""

from __future__ import annotations

import hashlib

import numpy as np

from content import Article
from retrieval.index.passage_index import FORMAT, PassageIndex, arrays_of

# The number of the format, and the digest of the arrays below.
EXPECTED = (4, "dce6b792c26cd7a1")

# Something of all that a change could touch: headings, lists, an interview, quotations, numbers, abbreviations.
GERMAN = (
    """# Überschrift

Am 8. Februar 2021 sagte Dr. Clara Öztürk: „Die Straße wird gesperrt!“ Das kostet ca. 4,5 Mio. Euro, z. B. für Maße \
und Schifffahrt.

- Die Bürgermeisterin (parteilos) schwieg… Danach: nichts.

**Rundschau: Wie viele Brücken gibt es?**

**Öztürk:** Zwölf. Oder 13?

**Wer zahlt? Wer hilft?**

Der Kreis, der Bund – und das Land.

**Warum?**

Weil's gefällt. """
    + "Ein sehr langer Absatz hat viele Sätze über Brückenbauingenieurinnen. " * 30
)

ENGLISH = """The U.S. ferry didn't sail on Jan. 6, Mr. Naïve O'Neil said. "Why?" she asked.

It'll cost $4.5m (or £3m). Привет, 東京! E-mail: anna@example.org"""


def digest() -> str:
    """Of the arrays that are kept for both articles; rarity to nine digits, as logarithms differ in the last ones."""
    articles = [
        Article.from_text(GERMAN, title="Brücken", language="de"),
        Article.from_text(ENGLISH, title="Ferries", language="en"),
    ]
    found = hashlib.blake2b(digest_size=8)
    for name, array in sorted(PassageIndex.of(articles, arrays_of(articles)).arrays().items()):
        exact = array.round(9) + 0.0 if array.dtype.kind == "f" else array
        found.update(f"{name} {array.dtype} {array.shape} ".encode())
        found.update(np.ascontiguousarray(exact).tobytes())
    return found.hexdigest()


def test_the_format_has_a_new_number_when_what_is_kept_changes() -> None:
    found = digest()
    number = max(FORMAT, EXPECTED[0] + 1)
    assert (FORMAT, found) == EXPECTED, (
        "What is kept of an article is another than before. If that is meant, FORMAT in "
        f'retrieval/index/passage_index.py must be {number}, and EXPECTED here ({number}, "{found}").'
    )
