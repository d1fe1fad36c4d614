"""What a German word can be a form of."""

from __future__ import annotations

import re

from retrieval.attribution.german import words
from retrieval.attribution.german.verbs.conjugation import derivations, verb_forms
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import Form, VerbReading
from retrieval.attribution.syntax.word_pattern import once_each_word
from retrieval.language.rules import words as listed

AUXILIARIES = frozenset({"haben", "sein", "werden"})
MODALS = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen"})
HELPING = AUXILIARIES | MODALS
_PAST_ENDING = re.compile(r"[^aeiouäöü]te(?P<plural>n)?$|[tdmn]ete(?P<plural_>n)?$")
# Words in lower case with the ending of a verb in Konjunktiv I ("komme") or in the past ("sagte") that are none.
NO_VERBS = listed("""
    eine keine seine ihre meine deine unsere eure diese jede jene alle viele wenige beide andere solche welche
    manche erste zweite dritte vierte fünfte sechste letzte heute gerne ohne lange bald nahe genaue große
    weitere ende rund gerade gute neue hohe ganze halbe offene freie weite späte sowie beinahe bitte danke
    nächste meiste größte höchste beste älteste wichtigste rechte linke gesamte bekannte echte konkrete private
    alte harte laute schlechte späte breite bunte feste tote erhöhte verstärkte gemäßigte bisherige lieber mitte
    seite woche sitte kälte heutige einzige wenigste meisten ersten zweiten dritten letzten nächsten rechten
    linken gesamten bekannten besten älteste größten höchsten alten privaten konkreten statt fast selbst jetzt
    erst meist nebst samt hunderte tausende dutzende weitesten
""")


def readings(token: SyntaxToken) -> tuple[VerbReading, ...]:
    """The listed forms that the word can be; else a guess by its ending, whose lemma is empty."""
    return () if token.capital and not token.form[1:].islower() else _readings(token.lower, token.capital)


@once_each_word
def _readings(lower: str, capital: bool) -> tuple[VerbReading, ...]:
    if lower in NO_VERBS:
        return ()
    if found := verb_forms().get(lower):
        return found
    if capital or words.is_adverb(lower):
        return ()
    return derivations(lower) or _guesses(lower)


def _guesses(word: str) -> tuple[VerbReading, ...]:
    if past := _PAST_ENDING.search(word):
        plural = past["plural"] or past["plural_"]
        return (VerbReading("", Form.PAST_PLURAL if plural else Form.PAST),)
    if word.endswith("iert"):
        lemma = word[:-1] + "en"
        return (VerbReading(lemma, Form.PRESENT), VerbReading(lemma, Form.PARTICIPLE))
    return ()
