"""Whom an attribution names: a clean name of somebody who can speak, in full where the article has it."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.attribution import Attribution, attributions


def found(text: str, language: str) -> tuple[Attribution, ...]:
    return attributions(Article.from_text(text, title="Am Fluss", language=language))


def speaker(text: str, language: str = "de") -> str | None:
    """The speaker of the last reported sentence."""
    return found(text, language)[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Umweltministerium prüft den Fluss. Das Ministerium teilte mit, er sei sauber.", "Umweltministerium"),
        ("Der Fischereiverband klagt. Der Verband sagte, der Fang sei klein.", "Fischereiverband"),
        ("Am Kai wirbt die Initiative Freies Ufer. Die Initiative sagte, es eile.", "Initiative Freies Ufer"),
        ("Die Bürgerinitiative „Freies Ufer“ wirbt. Die Initiative sagte, es eile.", "Bürgerinitiative „Freies Ufer“"),
        ("Zum Bauernverband zählt die Fischereibehörde nicht. Laut der Behörde ist es kalt.", "Fischereibehörde"),
        ("Das Umweltamt maß nach. Die Behörde teilte mit, der Fluss sei sauber.", "Umweltamt"),
        ("Es brannte bei der Reederei Seestern. Die Reederei sagte, niemand sei verletzt.", "Reederei Seestern"),
        (
            "Nach Zahlen des Landesfischereiverbands wird es knapp. Das, sagt der Verband, sei schlimm.",
            "Landesfischereiverband",
        ),
        ("Der Ahlener Senat tagte. Der Senat teilte mit, es eile.", "Ahlener Senat"),
        ("Der Verein Uferfreunde half. Der Verein sagte, es eile.", "Verein Uferfreunde"),
    ],
)
def test_an_institution_is_named_in_full(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Umweltministerium und Finanzministerium streiten. Das Ministerium teilte mit, es eile.", "Ministerium"),
        ("Die Innenstadt ist leer. Die Stadt teilte mit, es eile.", "Stadt"),
        ("Das Radar fiel aus. Das Ministerium teilte mit, es eile.", "Ministerium"),
        (
            "Die Fähre kam. Der Vorsitzende des Kreisverbands traf den Stadtverband. Der Verband sagte, es eile.",
            "Verband",
        ),
        ("Das Forstamt und das Wasseramt maßen nach. Die Behörde teilte mit, es eile.", "Behörde"),
    ],
)
def test_an_institution_stays_as_it_is_where_none_or_several_fit(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Marsh Alliance bought the bank. The alliance said the river was clean.", "Marsh Alliance"),
        ("The Marsh Alliance bought the bank. The group said the river was clean.", "Marsh Alliance"),
        ("The Department of Inland Waters sent boats. The department said it was cold.", "Department of Inland Waters"),
        ("A spokesman for the Department of Locks sent boats. The department said it was cold.", "Department of Locks"),
        ("The head of the River Safety Agency came. The agency said it was cold.", "River Safety Agency"),
        ("The River Safety Agency sent boats. The agency said it was cold.", "River Safety Agency"),
        ("The shipping company Marshline sent boats. The company said it was cold.", "Marshline"),
        ("Marsh Ferries sent boats. The firm said it was cold.", "Marsh Ferries"),
        ("The Marsh Trust and the Eel Trust met. The trust said the river was clean.", "trust"),
        ("The river rose. The agency said it was cold.", "agency"),
    ],
)
def test_an_english_institution_is_named_in_full_where_one_fits(text: str, name: str) -> None:
    assert speaker(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The curate, the Rev Simon Tull, said the river was clean.", "Simon Tull"),
        ("His swimming coach, Nadia Frome, has said that the river was clean.", "Nadia Frome"),
        ("A former mate, Oswin Drage, told the inquest the boat was old.", "Oswin Drage"),
        ("“The river is clean,” said the district surveyor, Oswin Drage.", "Oswin Drage"),
        ("“The boat just sank,” said a witness, Oswin Drage, who lives there.", "Oswin Drage"),
        ("The boat was old, according to the head of river safety, Oswin Drage.", "Oswin Drage"),
        ("The boat was old, according to its skipper, Dr. Oswin Drage.", "Oswin Drage"),
        ("The owner of the inn opposite, Oswin Drage, has said that it was cold.", "Oswin Drage"),
        ("A Marshline spokeswoman, Olive Drage, said the river was clean.", "Olive Drage"),
        ("The local MP, Oswin Drage, said the river was clean.", "Oswin Drage"),
        ("The state Fish and Otter Department said the river was clean.", "Fish and Otter Department"),
        ("Its secretary, retired pilot Oswin Drage, said the river was clean.", "Oswin Drage"),
        ("It was cold on Friday after his neighbour, a retired pilot, told him to wait.", "neighbour"),
        ("His neighbour, a retired pilot, said the river was clean.", "neighbour"),
        ("“The river is clean,” said Oswin Drage in a statement.", "Oswin Drage"),
        ("The river is clean, said Oswin Drage in a statement.", "Oswin Drage"),
        ("The river is clean, said Olive Drage of the River Trust in an interview.", "Olive Drage"),
        ("Secretary of State Olive Drage said the river was clean.", "Olive Drage"),
        ("Retired Gen. Simon Tull said the river was clean.", "Simon Tull"),
        ("A friend of President Olive Drage said the river was clean.", "friend of President Olive Drage"),
        ("In a statement, Oswin Drage said the river was clean.", "Oswin Drage"),
        ("“The river is clean,” the Department of Inland Waters said.", "Department of Inland Waters"),
        ("Hattie Quill came by. The river was clean, Quill said.", "Hattie Quill"),
        ("A man familiar with the early tests said the river was clean.", "man familiar with the early tests"),
    ],
)
def test_an_english_apposition_names_the_speaker(text: str, name: str) -> None:
    assert speaker(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Landrätin Petra Holm kam.\n\n+++ 12.30 Uhr: Landrätin: Brücke bleibt gesperrt +++", "Petra Holm"),
        ("+++ 12.30 Uhr: Landrätin Petra Holm: Brücke bleibt gesperrt +++", "Petra Holm"),
        ("+++ 12.30 Uhr: Feuerwehr: Brücke bleibt gesperrt +++", "Feuerwehr"),
        ("Es ging um die Brücke.\n\nKlöpper: Wir bauen sie neu.", "Klöpper"),
        ("Es ging um den Fluss.\n\nStudie: Weniger Aale im Fluss.", "Studie"),
    ],
)
def test_a_label_names_the_speaker(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "+++ 12.30 Uhr: Brücke: Sperrung dauert an +++",
        "Fazit: Wir brauchen eine Brücke.",
        "Landrätin: Petra Holm",
        "Die Route: Am „Alten Kai“ geht es nach rechts.",
    ],
)
def test_a_topic_before_a_colon_is_nobody(text: str) -> None:
    assert found(text, "de") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Schuld ist nach den Worten von Wirtin Karla Tönning der Flussdamm.", "Karla Tönning"),
        ("Für das Ufer sammelt Karla Tönning Unterschriften. Es eile, sagt sie.", "Karla Tönning"),
        ("Das Amt schwieg. Dessen Sprecher sagte, es eile.", "Sprecher"),
        ("Das Amt schwieg. Es eile, sagte dessen Sprecher auf Anfrage.", "Sprecher"),
        ("Die Feuerwehr half. Deren Sprecherin Jarka Nowak sagte, es eile.", "Jarka Nowak"),
        ("„Ich habe es getan“, sagte der Angeklagte in seinem Geständnis.", "Angeklagte"),
        ("„Das Wasser steigt immer noch“, rief der Bürgermeister aus dem Fenster.", "Bürgermeister"),
        ("Die Bürgerinitiative „Freies Ufer“ sagte, es eile.", "Bürgerinitiative „Freies Ufer“"),
        ("„Der Fluss ist noch lange nicht sauber“, sagte Gewässerbiologe Veikko Trems.", "Veikko Trems"),
        ("„Der Fluss ist noch lange nicht sauber“, sagte Fischerin Jette Trems aus Klein Ahlen.", "Jette Trems"),
        ("„Der Fluss ist noch lange nicht sauber“, sagte Oppositionsführer Pelle Hartmann.", "Pelle Hartmann"),
        ("„Der Fluss ist noch lange nicht sauber“, sagte Verteidiger Veikko Trems.", "Veikko Trems"),
        ("Veikko Trems kam. Der Fluss sei sauber, sagte Trems.", "Veikko Trems"),
        ("Die Brücke ist nach Polizeiangaben gesperrt.", "Polizei"),
        ("Laut dem Sprecher der Werft in Ahlen ist es kalt.", "Sprecher der Werft in Ahlen"),
        ("Laut Professor Henning Lux von der Hochschule Ahlen ist es kalt.", "Henning Lux"),
        ("Laut Veikko Trems vom Hafenamt Ahlen ist es kalt.", "Veikko Trems"),
        ("Laut Otto Graf von Ahlen ist es kalt.", "Otto Graf von Ahlen"),
        ("Laut Ursula von der Heide ist es kalt.", "Ursula von der Heide"),
        ("Laut dem Institut für Seefischerei ist es kalt.", "Institut für Seefischerei"),
        ("Die Vorsitzende des Vereins, die frühere Anwältin Karla Tönning, sagte, es eile.", "Karla Tönning"),
        ("Rettungssanitäter Enno Trems sagte, es eile.", "Enno Trems"),
        ("Der Betreiber, der Zweckverband Uferwege, sagte, es eile.", "Zweckverband Uferwege"),
        ("Müllwerker Sascha Trems sagte, es eile.", "Sascha Trems"),
        ("Zulasten der Werft wertete die Kammer, dass es eilte.", "Kammer"),
        ("Laut Angaben der Verwaltung in einer Halle am Hafen ist es kalt.", "Verwaltung"),
        ("Nach Meinung der meisten Beobachter ist es kalt.", "Beobachter"),
        ("Die Hersteller im Schnitt verlangen neun Euro für ein Netz.", "Hersteller"),
        ("Seine Tochter hingegen, Klasse neun, sagte, es eile.", "Tochter"),
        ("Die Verwalterin sagte, bislang hätten vier Bieter Unterlagen erbeten. Es eile.", "Verwalterin"),
        ("Die Werft bot ein Darlehen an, doch Trems will nicht: Es eile.", "Trems"),
        ("Die Idee kam von Wirtin Karla Tönning, die den Rat nach eigenem Bericht am Ufer traf.", "Karla Tönning"),
        ("Jobst von Ahlen kam. Es eile, sagte von Ahlen.", "Jobst von Ahlen"),
        ("Die Frau, der die Polizei die Briefe zuschreibt, schweigt.", "Polizei"),
        ("Der Wirt hört zu, gießt dem Gast ein Bier ein und sagt, es eile.", "Wirt"),
    ],
)
def test_a_name_ends_where_another_phrase_begins(text: str, name: str) -> None:
    assert speaker(text) == name


def test_whose_own_statement_it_is_can_be_told_by_a_pronoun() -> None:
    text = "Bodo Ruhl fälschte alles. Als Vorlage diente ihm nach eigener Aussage ein Foto aus dem Internet."
    assert speaker(text) == "Bodo Ruhl"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The clock says ten past nine.", "en"),
        ("Pigeons demand attention.", "en"),
        ("“Eight more days of this rain,” the clock said.", "en"),
        ("Die Uhr sagte, es sei neun.", "de"),
        ("„Wir bleiben noch lange hier“, riefen die Möwen.", "de"),
        ("Sechs Cent forderten die Bauern vergeblich, sechs Cent sagten ab.", "de"),
    ],
)
def test_a_thing_an_animal_or_a_number_is_no_speaker(text: str, language: str) -> None:
    things = ("clock", "Pigeons", "Uhr", "Möwen", "Sechs Cent", "sechs Cent")
    assert not {one.speaker for one in found(text, language)} & set(things)


@pytest.mark.parametrize(
    "text",
    [
        "Uwe Trems steht am Ufer. „Es ist schon lange so kalt hier“, sagt der Vater von drei Kindern.",
        "Uwe Trems steht am Ufer. „Es ist schon lange so kalt hier“, sagt der 45-Jährige.",
        "Uwe Trems, 45, Lehrer in Ahlen, kam. Jan Brandt kam. Der Lehrer sagte, es sei kalt.",
        "Insolvenzverwalter Uwe Trems kam. Jan Brandt kam. Der Verwalter sagte, es sei kalt.",
        "Uwe Trems kam. Er ist Verteidiger, und nach vorn lief er, wie er zugab, aus Versehen.",
    ],
)
def test_who_is_called_by_more_that_is_told_of_them_is_who_was_named(text: str) -> None:
    assert speaker(text) == "Uwe Trems"


@pytest.mark.parametrize(
    "text",
    [
        "Am Fenster liegt ein Stapel Aufkleber: „Wir holen uns alles zurück.“",
        "Nach ersten Schätzungen ist der Schaden groß.",
        "Elf von ihnen klagen über brennende Augen und Husten, sie werden behandelt.",
        "Die saß am Ufer, aß eine kalte Bratwurst und sagte, es eile.",
    ],
)
def test_no_thing_becomes_a_name_where_nobody_is_named(text: str) -> None:
    assert [one.speaker for one in found(text, "de")] == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The boat was old, according to a person who saw the bill.", "en"),
        ("One man fell. He asked whether the boat was old.", "en"),
        ("Der Bus kommt, sagen die Leute, wann er will.", "de"),
        ("Eine alte Frau saß da. Es eile, sagte sie.", "de"),
    ],
)
def test_somebody_of_whom_nothing_is_told_is_nobody(text: str, language: str) -> None:
    assert [one.speaker for one in found(text, language)] == [None]


def test_one_person_is_one_name_throughout() -> None:
    text = "Das sei teuer, sagte Trems.\n\n„Der Fluss ist noch lange nicht sauber“, sagte Fischerin Jette Trems."
    assert {one.speaker for one in found(text, "de")} == {"Jette Trems"}
    text = "The river was clean, Quill said.\n\n“The river will rise again soon,” said the skipper, Hattie Quill."
    assert {one.speaker for one in found(text, "en")} == {"Hattie Quill"}


def test_a_ladder_is_nobody_and_what_somebody_does_at_sea_no_name() -> None:
    german = found("Die Drehleiter kam. Otto Lamm stand dabei. „Gut so“, sagte er.", "de")
    assert [each.speaker for each in german] == ["Otto Lamm"]
    english = found('Coxswain Adam Trewin said the mast had broken. "Never again," he said.', "en")
    assert [each.speaker for each in english] == ["Adam Trewin", "Adam Trewin"]
