"""Every rule: its own example, sentences that it recognises with their speakers, and near misses."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from content import Article
from retrieval.attribution import Attribution, attributions
from retrieval.attribution.rules import RULES, Rule


def found(text: str, language: str = "de") -> Sequence[Attribution]:
    return attributions(Article.from_text(text, title="Die Fähre", language=language))


def rule_name(rule: Rule) -> str:
    return getattr(rule, "__name__", "")


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_the_example_in_a_rules_docstring_fires_it(rule: Rule) -> None:
    example = re.search(r"(English e|E)xample: (.+)", rule.__doc__ or "")
    assert example, "a rule has an example"
    language = "de" if example[1] == "E" else "en"
    assert rule_name(rule) in [attribution.rule for attribution in found(example[2], language)]


RECOGNISED = [
    ("Laut Kapitän Jens Ahrens war das Radar gestört.", "source_preposition", "Jens Ahrens"),
    ("Gemäß der Hafenbehörde war das Radar gestört.", "source_preposition", "Hafenbehörde"),
    ("Laut einem Bericht der Küstenzeitung war das Radar gestört.", "source_preposition", "Küstenzeitung"),
    ("Medienberichten zufolge war das Radar gestört.", "source_postposition", "Medienberichte"),
    ("Das Radar war Angaben des Ministers zufolge gestört.", "source_postposition", "Minister"),
    ("Nach Angaben der örtlichen Polizei war das Radar gestört.", "statement_of", "örtliche Polizei"),
    ("Die Feuerwehr hat nach eigenen Angaben zwölf Menschen gerettet.", "statement_of", "Feuerwehr"),
    ("Das Radar war gestört, so Hafenmeister Jens Ahrens.", "so_speaker", "Jens Ahrens"),
    ("Das Radar war gestört, wie die Küstenwache am Montag bekannt gab.", "as_speaker_says", "Küstenwache"),
    ("Das Radar war gestört, hieß es im Bericht der Küstenwache.", "it_says_in", "Küstenwache"),
    ("Das geht aus einem Gutachten der Werft hervor.", "it_says_in", "Werft"),
    ("Das Radar war gestört. Dies bestätigte die Küstenwache.", "this_says_speaker", "Küstenwache"),
    ("„Das Radar war schon lange gestört“, sagte Jens Ahrens.", "quotation_then_verb", "Jens Ahrens"),
    ("Jens Ahrens sagte: „Das Radar war schon lange gestört.“", "verb_then_quotation", "Jens Ahrens"),
    ("Der Hafenmeister, Jens Ahrens, teilte mit, das Radar sei gestört.", "says_in_reported_mood", "Jens Ahrens"),
    ("Jens Ahrens gab bekannt, dass das Radar gestört war.", "says_that", "Jens Ahrens"),
    ("Jens Ahrens hat angekündigt, das Radar auszutauschen.", "says_to_do", "Jens Ahrens"),
    ("„Das“, sagt Lea Brandt, „war ein Fehler.“", "verb_then_quotation", "Lea Brandt"),
    ("Laut dem Verkehrs-, Hafen- und Fischereidirektor Jens Ahrens brennt es.", "source_preposition", "Jens Ahrens"),
    ("Es gibt ein Gutachten der Werft, laut dem die Fähre zu alt ist.", "source_preposition", "Werft"),
    ("Passend zum Eis warnte die Sprecherin: „Auf dem Eis ist es glatt.“", "verb_then_quotation", "Sprecherin"),
    ("Anders sieht es Lea Brandt: Das Radar sei gestört.", "clause_in_reported_mood", "Lea Brandt"),
    ("Ein Stammgast mischt sich ein: Das Radar sei gestört.", "clause_in_reported_mood", "Stammgast"),
    ("Der Vorwurf lautet, er habe getrunken.", "noun_of_saying", None),
    ("Dem Vernehmen nach ist die Werft pleite.", "rumour", None),
    ("Der Kapitän steht im Verdacht, getrunken zu haben.", "rumour", None),
    ("Die Fähre sei voll gewesen, hieß es.", "it_says_in", None),
    ("Lea Brandt kam. Brandt: Wir warten auf die Fähre.", "named_source", "Lea Brandt"),
    ("Studie: Immer mehr Menschen fahren mit der Fähre.", "named_source", "Studie"),
    ("18.21 Uhr: „Das Radar ist gestört“, sagt Lea Brandt.", "quotation_then_verb", "Lea Brandt"),
    ("Das Radar war gestört, glaubt Jens Ahrens.", "says_main_clause", "Jens Ahrens"),
    ("Das Radar war gestört, das teilte die Küstenwache mit.", "this_says_speaker", "Küstenwache"),
    ("Das Radar war gestört. Das erklärte General Uwe Seifert.", "this_says_speaker", "Uwe Seifert"),
    ("Die Werft bestritt die Vorwürfe.", "speech_act", "Werft"),
    ("Die Küstenwache geht von einem Defekt aus.", "idiom_of_saying", "Küstenwache"),
    ("Der Kapitän wurde von der Hafenbehörde beschuldigt.", "speech_act", "Hafenbehörde"),
    ("Der Plan wurde von der Opposition als zu teuer kritisiert.", "speech_act", "Opposition"),
    ("Die Opposition verurteilte den Plan als Unfug.", "idiom_of_saying", "Opposition"),
    ("Der Hafenrat beschloss, das Radar zu tauschen.", "says_to_do", "Hafenrat"),
    ("Auf der Internetseite der Werft heißt es, das Radar sei gestört.", "it_says_in", "Internetseite der Werft"),
    ("Die Küstenwache prüft Berichte der Werft, wonach das Radar gestört war.", "anaphoric_source", "Werft"),
    ("Auf die Bitte des Kapitäns, das Radar zu tauschen, kam nichts.", "noun_of_saying", "Kapitän"),
    ("Die Opposition reagierte mit der Behauptung, dass das Radar alt ist.", "noun_of_saying", "Opposition"),
    ("Laut der Werft brannte es. Es soll im Lager ausgebrochen sein.", "said_to_have", "Werft"),
    ("Laut der Werft brannte es. Das Feuer ist aus. Es soll im Lager ausgebrochen sein.", "said_to_have", None),
    ("Das Gutachten fordert ein neues Radar.", "speech_act", "Gutachten"),
    ("Die Zeitung fordert ein neues Radar.", "speech_act", "Zeitung"),
    ("Es ist bekannt geworden, dass das Radar gestört war.", "became_known", None),
    ("Die Polizei hat Zweifel. Das Radar sei gestört gewesen.", "reported_mood", "Polizei"),
    ("Die Polizei hat Zweifel. Es regnet. Das Radar sei gestört gewesen.", "reported_mood", None),
    ("Laut der Polizei brennt es.\n\n## Im Hafen\n\nDas Radar sei gestört gewesen.", "reported_mood", None),
    ("Für den Hafenmeister sei der Fall erledigt.", "reported_mood", "Hafenmeister"),
]


@pytest.mark.parametrize(("text", "rule", "speaker"), RECOGNISED)
def test_a_rule_names_the_speaker(text: str, rule: str, speaker: str | None) -> None:
    last = found(text)[-1]
    assert (last.rule, last.speaker) == (rule, speaker)


NEAR_MISSES = [
    "Der Motor war laut.",  # loud
    "Nach der Sitzung fuhr die Fähre weiter.",
    "Nach Artikel 68 der Satzung ist der Hafen öffentlich.",
    "So einfach war das Radar nicht zu tauschen.",
    "Er fuhr so schnell wie der Kapitän.",
    "Der Kapitän äußerte sich nicht.",  # silence is nobody's
    "Die Werft antwortete auf Anfragen nicht.",
    "Der Sturm forderte zwölf Todesopfer.",
    "Ihm drohte eine hohe Geldstrafe.",
    "Die neue Fähre soll im Mai gebaut werden.",  # a plan
    "Das Gericht verurteilte den Kapitän zu zwei Jahren Haft.",
    "Die Behörde erklärte den Hafen für geschlossen.",
    "Die Feier fand am Montag in der Werft statt.",
    "Der große rote Kran steht auf der neuen Mole.",  # adjectives that end like Konjunktiv I
    "Ich habe die Fähre gesehen.",  # indicative
    "Man befürchtete einen Sturm.",  # nobody in particular
    "Der Plan wurde kritisiert.",  # by whom?
    "Die Reeder bieten Wolldecken an, um die Fahrgäste zu wärmen.",  # a purpose
    "Das Feuer wurde von Anwohnern gemeldet.",  # an article, which points to nothing
    "Das musste der Kapitän einräumen.",
    "Der Hafen ist für seine Fähre bekannt, die im Mai fährt.",
    "Die Forderung der Werft, eine alte, ist vom Tisch.",
    "Der Hafen könnte im Winter zufrieren.",  # possible, not reported
    "Auf der Fähre „Marlene“ gibt es ein Restaurant.",  # a name
    "Der Kapitän nahm seine „kleine Auszeit“ im Mai.",
    "Die Werft wurde von der Küstenwache aufgefordert, das Radar zu prüfen.",  # the article tells of a request
    "Sie trugen Westen, damit die Polizei sie für Bauarbeiter hielt.",  # a purpose
    "Die Werft sieht kaum mehr als Schatten.",
    "Niemand zählte, wie viele Fähren die Küstenwache gefunden hat.",  # a question
    "Jens Ahrens las den Roman „Der Untergang ist nah und alle wissen es“.",  # a title
    "Wetter: Wir bekommen Regen.",
    "Preise: Für die „kleine Fahrt rund um die Insel“ zahlt man zwei Euro.",  # a topic, nobody
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_near_miss_is_nobodys_claim(text: str) -> None:
    assert [(attribution.rule, attribution.speaker) for attribution in found(text)] == []


def test_an_attribution_covers_its_sentence_and_says_what_shows_it() -> None:
    text = "Die Fähre fährt. Dem Hafenmeister zufolge ist das Radar gestört."
    (attribution,) = found(text)
    assert text[attribution.start : attribution.end] == "Dem Hafenmeister zufolge ist das Radar gestört."
    assert (attribution.mention, attribution.cue, attribution.confidence) == ("Dem Hafenmeister", "zufolge", "fair")


def test_a_frame_that_ends_with_a_colon_says_nothing_itself_but_names_the_speaker_of_what_follows() -> None:
    first, *rest = found("Die Werft erklärte dazu:\n\n„Das Radar war schon lange gestört.“")
    assert (first.speaker, rest) == ("Werft", [])


def test_other_languages_have_no_attributions() -> None:
    assert found("Selon la police, le radar était en panne.", "fr") == ()
