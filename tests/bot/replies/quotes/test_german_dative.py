"""Who says it, behind "laut"."""

import pytest

from bot.replies.quotes.german_dative import dative_of
from retrieval import Attribution, Confidence


def behind_laut(mention: str | None, speaker: str, text: str = "", rule: str = "") -> str | None:
    return dative_of(Attribution(0, 1, speaker, mention, None, Confidence.STRONG, rule), text)


@pytest.mark.parametrize(
    ("mention", "speaker", "dative"),
    [
        ("er", "Thilo Brandt", "Thilo Brandt"),
        ("Bürgermeister Thilo Brandt", "Thilo Brandt", "Thilo Brandt"),
        ("das US-Wirtschaftsmagazin Forbes", "Forbes", "Forbes"),
        ("russischer Seite", "russische Seite", "russischer Seite"),
        ("diplomatischen Kreisen", "diplomatische Kreisen", "diplomatischen Kreisen"),
        ("informierten Kreisen", "informierte Kreise", "informierten Kreisen"),
        ("Informierten Kreisen", "informierte Kreise", "informierten Kreisen"),
        ("Freien Wählern", "Freie Wähler", "Freien Wählern"),
        ("Berechnung eines Sachverständigen", "Sachverständiger", "einem Sachverständigen"),
        ("er", "Beamter", "einem Beamten"),
        ("Ein Sachverständiger", "Sachverständiger", "einem Sachverständigen"),
        ("Angaben der Stadtverwaltung", "Stadtverwaltung", "Angaben der Stadtverwaltung"),
        ("die Stadt", "Stadt", "der Stadt"),
        ("Die Reederei Nordstern", "Reederei Nordstern", "der Reederei Nordstern"),
        ("die 58-jährige Imkerin", "58-jährige Imkerin", "der 58-jährigen Imkerin"),
        ("Die Grünen", "Grünen", "den Grünen"),
        ("das Unternehmen", "Unternehmen", "dem Unternehmen"),
        ("das zuständige Amt", "zuständige Amt", "dem zuständigen Amt"),
        ("der Verband", "Verband", "dem Verband"),
        ("der Angeklagte", "Angeklagte", "dem Angeklagten"),
        ("Der Präsident", "Präsident", "dem Präsidenten"),
        ("ein Gutachten des Landkreises", "Gutachten des Landkreises", "einem Gutachten des Landkreises"),
        ("Ein Sprecher", "Sprecher", "einem Sprecher"),
        ("eine junge Frau", "junge Frau", "einer jungen Frau"),
        ("dem „Boten“", "Boten", "dem „Boten“"),
        ("der Polizei", "Polizei", "der Polizei"),
        # Nothing tells whether it is one or several; or it is no noun phrase.
        ("die Anwohner", "Anwohner", None),
        ("34 Bewohner", "34 Bewohner", None),
        ("Deren Sprecherin", "Deren Sprecherin", None),
        (None, "russische Seite", None),
    ],
)
def test_who_says_it_stands_in_the_dative(mention: str | None, speaker: str, dative: str | None) -> None:
    assert behind_laut(mention, speaker) == dative


def test_what_stands_behind_a_preposition_is_in_the_dative_already() -> None:
    assert behind_laut("Der Behörde", "Behörde", rule="source_postposition") == "der Behörde"
    assert behind_laut("Stadtwerken", "Stadtwerke", rule="source_preposition") == "Stadtwerken"


def test_a_pronoun_stands_for_whoever_was_named_with_an_article_before() -> None:
    assert behind_laut("er", "Sprecher", "Ein Sprecher war da. Er sagte, es gehe.") == "einem Sprecher"
    assert behind_laut("er", "Haddad", "Der Mann, dem Haddad half, war da.") == "Haddad"
