"""Terms, and the words that they are made of."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis.analyzer import Analyzer, Token
from retrieval.analysis.terms import ngrams_of, terms_of
from retrieval.base.words import words_of
from retrieval.language import GERMAN

LEXICON = Analyzer(GERMAN)


def read(text: str) -> tuple[Token, ...]:
    return LEXICON.read(words_of(text))


def test_ngrams_of_a_word() -> None:
    assert ngrams_of("musk") == ("^mus", "musk", "usk$")
    assert ngrams_of("x") == ("^x$",)
    assert ngrams_of("ab") == ("^ab$",)


@given(st.text("abc", min_size=3, max_size=12))
def test_ngrams_overlap_to_the_padded_word(key: str) -> None:
    grams = ngrams_of(key)
    assert all(len(gram) == 4 for gram in grams)
    assert grams[0] + "".join(gram[-1] for gram in grams[1:]) == f"^{key}$"


def test_terms_are_those_of_all_words_but_stop_words() -> None:
    assert terms_of(read("der Rat und der Rat")) == ["^rat", "rat$", "^rat", "rat$"]
    assert terms_of(read("die und der")) == []
    assert terms_of(()) == []


def test_spellings_and_forms_of_a_word_share_terms() -> None:
    assert terms_of(read("Präsident")) == terms_of(read("Praesident")) == terms_of(read("prasident"))
    for one, other in (("Brücke", "Brücken"), ("Brücke", "Rheinbrücke"), ("Starlink", "Starlnik")):
        assert set(terms_of(read(one))) & set(terms_of(read(other)))


def test_a_participle_has_the_stem_of_its_verb() -> None:
    assert LEXICON.stem("gesperrt") == LEXICON.stem("sperrte")
    assert LEXICON.stem("aufgefordert") == LEXICON.stem("auffordert")


def test_an_abbreviation_and_its_long_form_share_terms() -> None:
    assert terms_of(read("20 Mio. Euro")) == terms_of(read("20 Millionen Euro"))
