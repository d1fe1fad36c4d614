"""Names in another script, written in Latin letters: "Хёрстка" and "Herstka" then share most of their 4-grams.

Russian as German newspapers write it (Duden), simplified in the way of `retrieval.spelling`; Ukrainian, Belarusian,
Bulgarian and Serbian letters, and Greek, as near to it as they come.
"""

from __future__ import annotations

from retrieval.language.rules import words

_LATIN = dict(
    pair.split("=")
    for pair in words("""
    а=a б=b в=w г=g д=d е=e ё=e ж=sch з=s и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z ч=tsch ш=sch
    щ=schtsch ъ= ы=y ь= э=e ю=iu я=ia і=i ї=i є=e ґ=g ў=u ђ=dsch ћ=tsch љ=l њ=n ј=i џ=dsch
    α=a β=b γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=ch ψ=ps ω=o
    ά=a έ=e ή=i ί=i ό=o ύ=i ώ=o ϊ=i ϋ=i
    """)
)
_TABLE = str.maketrans(_LATIN)


def transliterated(form: str) -> str:
    """The case-folded form with Cyrillic and Greek letters in Latin ones; anything else stays as it is.

    >>> transliterated("путин"), transliterated("musk")
    ('putin', 'musk')
    """
    return form.translate(_TABLE)
