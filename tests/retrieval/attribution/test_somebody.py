"""Whom an attribution names is somebody, in the nominative, and is called by name where the article has one."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import attributions
from retrieval.language.rules import words


def speaker(text: str) -> str | None:
    """The speaker of the last reported sentence."""
    return attributions(Article.from_text(text, title="Am Fluss", language="de"))[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eine davon, Merkura, hat neue Schilder zugesagt.", None),
        ("Ein neues Gutachten sagt, der Damm sei morsch.", "neues Gutachten"),
        ("Laut vorläufigem Entwurf wird der Damm erhöht.", "vorläufige Entwurf"),
    ],
)
def test_a_subject_that_says_nothing_is_no_speaker(text: str, name: str | None) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Es geht um den Rücktritt von Brückenchef Jaro Brandt. Brandt sagte, er bleibe.", "Jaro Brandt"),
        ("Es quietscht auf dem Dach von Rita Brandt. Brandt sagte, es sei leise.", "Rita Brandt"),
        ("„Das war nichts“, sagte Wildhüter Jaro Brandt. Brandt ging heim.", "Jaro Brandt"),
        ("Für Kirchenvorsteher Jaro Brandt ist das viel. Brandt sagte, er gehe.", "Jaro Brandt"),
        ("Ihr Gegenkandidat, der bisherige Amtsinhaber Uwe Seifert, sagte, er gehe.", "Uwe Seifert"),
    ],
)
def test_a_name_is_found_where_it_hangs_on_a_noun(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nach Angaben des Tribunals war es kalt.", "Tribunal"),
        ("Nach Angaben des Hilfsfonds war es kalt.", "Hilfsfonds"),
        ("Nach Angaben des Bündnisses war es kalt.", "Bündnis"),
        ("Nach Angaben des Friedenskorps war es kalt.", "Friedenskorps"),
        ("Nach Auskunft des Versorgers Nordlicht war es kalt.", "Versorger Nordlicht"),
        ("Nach Auffassung des Europäischen Rechnungshofs war es teuer.", "Europäischer Rechnungshof"),
        ("Nach Schätzungen der Vereinten Nationen war es teuer.", "Vereinte Nationen"),
        ("Das Oberste Gericht teilte mit, es sei gültig.", "Oberstes Gericht"),
        ("Der Schaden geht nach Schätzung der Polizei in die Millionen.", "Polizei"),
        ("Der Schaden ist nach Auskunft ihres Kaufmännischen Leiters hoch.", "Kaufmännischer Leiter"),
    ],
)
def test_an_institution_is_named_in_the_nominative(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bemerkt hatte es gegen 4.20 Uhr der Zusteller Uwe Seifert. „Es lief“, erzählte er.", "Uwe Seifert"),
        ("Es kam um 4.20 Uhr der Zusteller Jaro Brandt. „Es lief“, erzählte er.", "Jaro Brandt"),
        ("Die Bäume seien krank, sagte Uwe Seifert, das habe ihm ein Fachbüro bestätigt.", "Uwe Seifert"),
    ],
)
def test_who_speaks_is_no_thing_and_no_participle(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize("name", sorted(words("Seifert Eckert Schubert Gellert Gebert Hofert Stuckelt Herbert Vogt")))
@pytest.mark.parametrize(
    "text",
    [
        "{} sagte, das Boot sei alt.",
        "{} teilte am Montag mit, das Boot sei alt.",
        "{} hatte am Montag gesagt, das Boot sei alt.",
        "{} forderte einen neuen Kai.",
        "{} sagte: „Das Boot ist schon sehr alt.“",
    ],
)
def test_a_name_that_opens_the_sentence_is_no_participle(text: str, name: str) -> None:
    assert speaker(text.format(name)) == name


@pytest.mark.parametrize(
    "opening",
    sorted(words("Begeistert Verärgert Unbekümmert Irritiert Besorgt Erfreut Geschockt Wütend Aufgeregt Angesäuert")),
)
def test_a_participle_that_opens_the_sentence_is_nobody(opening: str) -> None:
    assert speaker(f"{opening} sagte Jens Ahrens, es eile.") == "Jens Ahrens"
    assert speaker(f"{opening} sagte die Wirtin am Montag, es eile.") == "Wirtin"


@pytest.mark.parametrize(
    "text",
    [
        "Kritisiert wird, dass das Boot alt sei.",
        "Kritisiert wurde, das Boot sei alt.",
        "Gefordert sei das nicht, es eile.",
    ],
)
def test_a_participle_before_an_auxiliary_is_nobody(text: str) -> None:
    assert speaker(text) is None


def test_a_pronoun_that_leads_to_a_thing_names_nobody() -> None:
    assert speaker("Die Hüte lagen im Wasser. Es sei kalt, berichtete sie.") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Landwirt kam am Morgen. Es sei kalt, berichtete er.", "Landwirt"),
        ("Die CCE prüfte den Kai. Es sei kalt, berichtete sie.", "CCE"),
        ("Den Pokal, erzählt der Großvater, habe sie vergessen.", "Großvater"),
        ("Jens Ahrens war Lotse. Für seine Dienste habe er Geld erhalten.", "Jens Ahrens"),
        ("Uwe Seifert widersprach. Für die Werft sei das teuer.", "Werft"),
    ],
)
def test_whose_words_they_are(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    "text", ["Dem Lotsen drohen zehn Jahre Haft.", "Ihm droht ein Ordnungsgeld von 500 Euro, mehr nicht."]
)
def test_a_punishment_that_threatens_says_nothing(text: str) -> None:
    assert attributions(Article.from_text(text, title="Am Fluss", language="de")) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Strafmildernd wertete die Kammer, dass er gestand.", "Kammer"),
        ("Jahrelang hatte die Werft bestritten, dass es Risse gibt.", "Werft"),
        ("Sowohl die Hafenbehörde als auch das Zollamt kündigten Untersuchungen an.", "Hafenbehörde"),
    ],
)
def test_an_adverb_or_participle_that_opens_a_sentence_is_no_speaker(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gestohlen wurden nach Angaben der Firma Räder, Helme und ein Korb.", "Firma"),
        ("Betroffen sind nach Angaben des Unternehmens Kontodaten und Adressen.", "Unternehmen"),
        (
            "Gestohlen wurden nach Angaben der Firma Seestern, die Räder baut und verleiht, zwei Helme.",
            "Firma Seestern",
        ),
        ("Nach Angaben der Firma Seestern, Otterbach und Au fehlen Räder.", "Firma Seestern"),
    ],
)
def test_what_a_list_begins_with_is_no_part_of_the_name_before_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Otter schlafen lang, berichtet ein Team der Hochschule Au im Fachblatt „Fluss“.", "Team der Hochschule Au"),
        ("Otter schlafen lang, teilte das Institut für Flusskunde in einer Studie mit.", "Institut für Flusskunde"),
        ("Nach Angaben der Kommission in schriftlicher Form war es kalt.", "Kommission"),
        ("Otter schlafen lang, teilte die Regierung in Au mit.", "Regierung in Au"),
    ],
)
def test_what_it_was_said_in_is_no_part_of_a_name(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Für Gerüste und eine Krangesellschaft zahlt Otterbach nach eigenen Worten zwei Millionen.", "Otterbach"),
        ("Die Stiftung Seestern, die nach eigenen Angaben 40 Otter pflegt, sucht Helfer.", "Stiftung Seestern"),
        ("Ida Falk leitet die Firma Halm, die nach eigenen Angaben jede vierte Tonne Kali verkauft.", "Firma Halm"),
        ("Die Molkerei, die nach eigenen Angaben die älteste am Fluss ist, schließt.", "Molkerei"),
        ("Die Otter seien gesund, sagte Rita Brandt. Junge mit Flaum blieben im Bau und seien satt.", "Rita Brandt"),
    ],
)
def test_what_is_paid_for_sold_or_told_of_is_not_who_says_it(text: str, name: str) -> None:
    assert speaker(text) == name
