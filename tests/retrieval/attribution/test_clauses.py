"""German clauses, their verbs and their subjects."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.attribution.german import German
from retrieval.attribution.syntax.parser import sentences_of
from retrieval.attribution.syntax.sentence import ClauseKind, ParsedSentence
from retrieval.attribution.syntax.verbs import Form

GERMAN = German()


def sentence(text: str) -> ParsedSentence:
    return sentences_of(Article.from_text(text, title="Die Fähre", language="de"), GERMAN)[0]


@pytest.mark.parametrize(
    ("text", "lemma", "form"),
    [
        ("Die Werft teilte die Zahlen am Montag mit.", "mitteilen", Form.PAST),
        ("Die Werft hat die Vorwürfe, die alt sind, zurückgewiesen.", "zurückweisen", Form.PRESENT),
        ("Die Werft gebe nichts bekannt.", "bekanntgeben", Form.REPORTING),
        ("Die Werft wurde gestern verkauft.", "verkaufen", Form.PAST),
        ("Die Fähre sei gesunken.", "sinken", Form.REPORTING),
        ("Das teilte die Werft mit.", "mitteilen", Form.PAST),
        ("Die Grenzwerte würden im Hafen nicht überschritten.", "werden", Form.UNREAL),
        ("Der Schmuggel werde bekämpft.", "bekämpfen", Form.REPORTING),
    ],
)
def test_a_verb_is_found_with_what_belongs_to_it(text: str, lemma: str, form: Form) -> None:
    verb = sentence(text).clauses[0].verb
    assert verb
    assert (verb.lemma, verb.form) == (lemma, form)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Am Montag sagte die Sprecherin der Werft nichts.", "die Sprecherin der Werft"),
        ("Den Kapitän kritisierte die Werft.", "die Werft"),
        ("Die Reise beschrieb er als Unfall.", "er"),
        ("Der Leiter, ein Fachmann für Radar, sagte nichts.", "Der Leiter, ein Fachmann für Radar"),
        ("Als Grund nannte die Werft das Radar.", "die Werft"),
        ("Die Zahl der Opfer bezifferte die Küstenwache auf zwölf.", "die Küstenwache"),
        ("Überraschend sprach Uwe Seifert.", "Uwe Seifert"),
        ("Die am Dienstag gegründete Stiftung hilft.", "Die am Dienstag gegründete Stiftung"),
    ],
)
def test_the_subject_is_found_wherever_it_stands(text: str, subject: str) -> None:
    read = sentence(text)
    clause = next(clause for clause in read.clauses if clause.kind is ClauseKind.MAIN)
    found = GERMAN.subject(read, clause)
    assert found
    assert read.written(found) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Die Werft hat das Radar geprüft und fordert strenge Regeln.", "Die Werft"),
        ("Die Fischer begrüßten den Plan, fordern aber die Nennung eines Datums.", "Die Fischer"),
        ("Das Radar war gestört, und das sagte die Werft.", "die Werft"),
        ("Uwe Seifert, Leiter der Werft sagte nichts.", "Uwe Seifert"),
        ("Am Montag, Leiter der Werft sagte nichts.", "Leiter der Werft"),
        ("Die Hafenreinigung äußerte Zweifel.", "Die Hafenreinigung"),
    ],
)
def test_the_subject_of_the_last_clause_may_stand_before_it(text: str, subject: str) -> None:
    read = sentence(text)
    found = GERMAN.subject(read, read.clauses[-1])
    assert found
    assert read.written(found) == subject


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Er sagte, diese Farbe erspare den Anstrich.", ClauseKind.MAIN),  # a verb in no list
        ("Er kam, diese erste große Reise im Gepäck.", ClauseKind.FRAGMENT),
    ],
)
def test_a_verb_that_is_in_no_list_is_known_by_its_place(text: str, kind: ClauseKind) -> None:
    assert sentence(text).clauses[-1].kind is kind


def test_a_clause_that_is_interrupted_is_put_together() -> None:
    read = sentence("Wie Uwe Seifert, Leiter der Werft, in Bonn mitteilte, ist das Radar gestört.")
    assert [clause.kind for clause in read.clauses] == [ClauseKind.SUBORDINATE, ClauseKind.MAIN]
