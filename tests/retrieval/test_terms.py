from retrieval.language import GERMAN
from retrieval.lexicon import Lexicon, Token
from retrieval.terms import ngrams, ngrams_across_words, ngrams_of, stems
from retrieval.words import words_of

LEXICON = Lexicon(GERMAN)


def read(text: str) -> tuple[Token, ...]:
    return LEXICON.read(words_of(text))


def test_ngrams_of_a_word() -> None:
    assert ngrams_of("musk") == ("^mus", "musk", "usk$")
    assert ngrams_of("x") == ("^x$",)


def test_stop_words_have_no_ngrams_and_no_stems() -> None:
    assert [term.text for term in ngrams(read("der Rat"))] == ["^rat", "rat$"]
    assert [term.text for term in stems(read("der Rat und die Häuser"))] == ["rat", "haus"]


def test_common_words_count_less() -> None:
    assert {term.weight for term in stems(read("Sie gewinnen die Brücke im Jahr"))} == {1.0, 0.5}


def test_terms_across_words_know_what_stands_side_by_side() -> None:
    assert "t_ub" in [term.text for term in ngrams_across_words(read("Bericht über"))]
    assert list(ngrams_across_words(())) == []


def test_a_participle_has_the_stem_of_its_verb() -> None:
    assert LEXICON.stem("gesperrt") == LEXICON.stem("sperrte")
    assert LEXICON.stem("aufgefordert") == LEXICON.stem("auffordert")
