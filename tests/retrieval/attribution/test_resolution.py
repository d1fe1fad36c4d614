"""From how a sentence names its speaker to the name that the article gives."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.attribution import attributions


def speaker(text: str, *, title: str = "Die Fähre", language: str = "de") -> str | None:
    """The speaker of the last reported sentence."""
    return attributions(Article.from_text(text, title=title, language=language))[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Uwe Seifert leitet die Werft. Er sagte, das Radar sei gestört.", "Uwe Seifert"),
        ("Heike Lorenzen traf Uwe Seifert. Sie sagte, das Radar sei gestört.", "Heike Lorenzen"),
        ("Heike Lorenzen traf Uwe Seifert. Er sagte, das Radar sei gestört.", "Uwe Seifert"),
        ("Die Werft entließ den Kapitän. Sie erklärte, er habe getrunken.", "Werft"),
        ("Die Mutter traf Heike Lorenzen. Die Tochter ging, weil sie fürchtete, das Radar sei gestört.", "Tochter"),
        ("Im Hafen sah man Uwe Seifert und den Hafenrat. Er sagte, das Radar sei gestört.", "Uwe Seifert"),
        ("Uwe Seifert wurde deutlich:\n\n„Das Radar war schon lange gestört.“", "Uwe Seifert"),
        ("Rita Brandt sagt, es brenne. Am Kai wartet Heike Lorenzen. Sie sagt, es sei kalt.", "Heike Lorenzen"),
        ("Minister Uwe Seifert kam. Der Minister sagte, das Radar sei gestört.", "Uwe Seifert"),
        ("Uwe Seifert leitet die Werft. „Es brennt“, sagte der frühere Fischer.", "Uwe Seifert"),
        ("Es hilft die Hafenpartei, die vier Abgeordnete stellt. Sie verlangt einen Kran.", "Hafenpartei"),
        ("Uwe Seifert leitet die Werft. Seifert zufolge ist das Radar gestört.", "Uwe Seifert"),
        ("Uwe Seifert leitet die Werft. Seiner Ansicht nach ist das Radar gestört.", "Uwe Seifert"),
        ("Laut „Hafenbote“ brannte es. Dem Bericht zufolge war das Radar gestört.", "Hafenbote"),
        ("Laut der Zeitung „Hafenbote“ brannte es. Die Zeitung schreibt, das Radar sei gestört.", "Hafenbote"),
    ],
)
def test_a_pronoun_a_role_or_a_report_leads_to_the_name(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Informierten Kreisen zufolge war das Radar gestört.", "informierte Kreise"),
        ("Russischer Seite zufolge war das Radar gestört.", "russische Seite"),
        ("Es gab unabhängige Beobachter. Unabhängigen Beobachtern zufolge fehlte es.", "unabhängige Beobachter"),
        ("Die freien Plätze fehlen. Freien Wählern zufolge war das Radar gestört.", "Freien Wähler"),
        ("Die jungen Leute fehlen. Laut Junger Union war das Radar gestört.", "Junger Union"),
    ],
)
def test_an_adjective_that_opens_a_sentence_is_part_of_a_name_or_written_small(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das bereitet Jost Brandt Kopfzerbrechen. Er sagte, das Radar sei gestört.", "Jost Brandt"),
        (
            "Gisela Brandt leitet die Werft. Im Juni bot der Versandriese Pakko Hilfe an. "
            "Sie sagte, das Radar sei gestört.",
            "Gisela Brandt",
        ),
        ("Neben einem Dampfgarer, der mitteilte, das Radar sei gestört, stand sie.", None),
    ],
)
def test_a_pronoun_leads_past_objects_and_companies(text: str, name: str | None) -> None:
    assert [each.speaker for each in attributions(Article.from_text(text, title="X", language="de"))][-1:] == (
        [name] if name else []
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Gisela Brandt rief an. So kam Heike Lorenzen ins Spiel, Historikerin an der Werft. "
            "Gisela Brandt ging. Die Historikerin sagte, das Radar sei gestört.",
            "Heike Lorenzen",
        ),
        (
            "Zum vorläufigen Verwalter bestellte das Gericht die Anwältin Heike Lorenzen. Gisela Brandt ging. "
            "Die Verwalterin sagte, das Radar sei gestört.",
            "Heike Lorenzen",
        ),
        ("Uwe Seifert traf einen Historiker. Der Historiker sagte, das Radar sei gestört.", "Historiker"),
        (
            "Uwe Seifert kam, Historiker aus Ahlen blieben weg. Die Historikerin sagte, das Radar sei gestört.",
            "Historikerin",
        ),
        (
            "So kam Ilka Lorenzen ins Spiel, Historikerin an der Universität Ahlen. Uwe Seifert ging. "
            "Die Historikerin sagte, das Radar sei gestört.",
            "Ilka Lorenzen",
        ),
        ("Uwe Seifert ging zum Verwalter. Der Verwalter sagte, das Radar sei gestört.", "Verwalter"),
        (
            "Uwe Seifert kam mit Jan Brandt zum Verwalter der Werft. Der Verwalter sagte, das Radar sei gestört.",
            "Verwalter",
        ),
    ],
)
def test_a_role_leads_to_the_one_whom_another_sentence_gave_it(text: str, name: str) -> None:
    assert speaker(text) == name


def test_a_headline_names_the_source_that_the_text_points_back_to() -> None:
    assert (
        speaker("Dem Bericht zufolge war das Radar gestört.", title="Zeitung „Hafenbote“: Radar gestört") == "Hafenbote"
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Laut dem Innenminister Uwe Seifert (CDU)", "Uwe Seifert"),
        ("Nach Angaben des Präsidenten", "Präsident"),
        ("Nach Angaben des Unternehmens Nubila", "Unternehmen Nubila"),
        ("Nach Berechnung eines Sachverständigen", "Sachverständiger"),
        ("Laut einer Sachverständigen", "Sachverständige"),
        ("Nach Angaben der russischen Regierung", "russische Regierung"),
        ("Laut dem US-Magazin Horizon", "Horizon"),
        ("Laut dem Ellersunder Boten", "Ellersunder Bote"),
        ("Laut Boten", "Boten"),
        ("Laut der Sprecherin der Werft, Gisela Brandt,", "Gisela Brandt"),
        ("Laut der Fluggesellschaft Nordwind", "Fluggesellschaft Nordwind"),
        ("Laut Ursula von der Heide", "Ursula von der Heide"),
    ],
)
def test_a_name_stands_without_title_and_case(source: str, name: str) -> None:
    assert speaker(f"{source} war das Radar gestört.") == name


def test_a_surname_that_two_people_share_is_not_made_longer() -> None:
    text = "Uwe Seifert und Heike Seifert kamen. Seifert zufolge ist das Radar gestört."
    assert speaker(text) == "Seifert"


def test_english_pronouns_and_reports() -> None:
    text = "Rosa Whitfield met Colin Ashby. She said the radar was broken."
    assert speaker(text, language="en") == "Rosa Whitfield"
    text = "The Ellery Gazette reported that the ferry sank. According to the report, the radar was broken."
    assert speaker(text, language="en") == "Ellery Gazette"
