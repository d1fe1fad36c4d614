"""How the words of one quotation are compared: to the letter, but for what its writer writes throughout."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retrieval.checking.quotation_words import QuotedWord

_UMLAUTS = "äöüÄÖÜ"
_WRITTEN_OUT = str.maketrans(dict(zip(_UMLAUTS, ("ae", "oe", "ue") * 2, strict=True)))


def spelling_of(written: Sequence[QuotedWord]) -> Callable[[str], str]:
    """The form in which words are compared with those of this quotation.

    Whoever writes all in small letters, or in capitals, changes nobody's words by it, nor does a keyboard without
    umlauts. But "ss" for "ß" is a change: of "in Maßen" it makes "in Massen".
    """
    letters = "".join(word.form for word in written)
    any_case = (
        letters.isupper() or "".join(word.uncapitalised if word.opens else word.form for word in written).islower()
    )
    written_out = not any(letter in letters for letter in _UMLAUTS)

    def spell(form: str) -> str:
        if written_out:
            form = form.translate(_WRITTEN_OUT)
        return form.lower() if any_case else form

    return spell
