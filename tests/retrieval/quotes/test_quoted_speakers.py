from __future__ import annotations

import pytest

from content import Article
from retrieval import quoted_speakers

FIRE = Article.from_text(
    "Ida Falk sagte, die Treppe sei morsch. Der Turm steht am Markt.\n\n"
    "Der Pächter soll das Feuer gelegt haben.\n\n"
    "Uwe Seifert sagte, das Dach sei dicht. Er sagte, es halte noch Jahre.\n\n"
    "Laut Ida Falk fehlt Geld.",
    title="Der Turm",
    language="de",
)


def test_the_most_reported_come_first_and_hearsay_last() -> None:
    heard = quoted_speakers([FIRE])
    assert [(each.speaker, len(each.passages)) for each in heard] == [("Ida Falk", 2), ("Uwe Seifert", 1), (None, 1)]
    assert heard[-1].passages[0].text == "Der Pächter soll das Feuer gelegt haben."


def test_neighbouring_sentences_of_one_speaker_are_one_passage() -> None:
    seifert = quoted_speakers([FIRE])[1]
    assert seifert.passages[0].text == "Uwe Seifert sagte, das Dach sei dicht. Er sagte, es halte noch Jahre."


def test_hearsay_of_several_articles_is_one_entry() -> None:
    other = Article.from_text("Dem Vernehmen nach wird der Turm verkauft.", title="Verkauf", language="de")
    heard = quoted_speakers([FIRE, other])
    assert [len(each.passages) for each in heard if each.speaker is None] == [2]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Laut einer neuen Studie ist das Radar gestört.", "de", None),
        ("In einer Mitteilung heißt es, das Radar sei gestört.", "de", None),
        ("Das Gutachten des Landkreises empfiehlt neue Masten.", "de", None),
        ("Laut Dienstanweisung muss ein Mensch alles lesen.", "de", None),
        ("Er zeigte sich nach Angaben aus seinem Umfeld offen.", "de", None),
        ("Laut der Studie der Reederei Nordstern ist das Radar gestört.", "de", "Reederei Nordstern"),
        ("Der Mann bestreitet die Vorwürfe.", "de", None),
        ("Die Mehrheit lehnte ab, weil das Radar teuer sei.", "de", None),
        ("Die Verwaltung lehnte ab, weil das Radar teuer sei.", "de", "Verwaltung"),
        ("Ein Hausmeister sagte, das Radar sei gestört.", "de", "Hausmeister"),
        ("Laut der Zeitung „Hafenbote“ ist das Radar gestört.", "de", "Hafenbote"),
        ("According to a paper published on Monday, the radar was faulty.", "en", None),
        ("His office said the radar was faulty.", "en", None),
        ("A spokeswoman said the radar was faulty.", "en", "spokeswoman"),
        ("Die Sondertarife schrieben vor, das Radar sei zu prüfen.", "de", None),
        ("Der Kessel sagte, das Radar sei gestört.", "de", None),
        ("Laut Kesselring ist das Radar gestört.", "de", "Kesselring"),
        ("Die Küstenwache sagte, das Radar sei gestört.", "de", "Küstenwache"),
        ("Die Beteiligten sagten, das Radar sei gestört.", "de", "Beteiligten"),
        ("Die Verbraucherberatung Nordstern sagte, das Radar sei gestört.", "de", "Verbraucherberatung Nordstern"),
        ("The radar was faulty, according to an email seen by the paper.", "en", None),
        ("The radar was faulty, according to a person close to the yard.", "en", None),
        ("The radar was faulty, according to records held in Ashby.", "en", None),
        ("The coast guard said the radar was faulty.", "en", "coast guard"),
        ("The skippers said the radar was faulty.", "en", "skippers"),
    ],
)
def test_people_institutions_and_roles_are_listed_by_name(text: str, language: str, speaker: str | None) -> None:
    heard = quoted_speakers([Article.from_text(text, title="Radar", language=language)])
    assert [each.speaker for each in heard] == [speaker]


def test_an_article_that_reports_nobody_has_none() -> None:
    assert quoted_speakers([Article.from_text("Der Turm steht am Markt.", title="Turm", language="de")]) == ()
