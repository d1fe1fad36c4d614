from __future__ import annotations

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


def test_an_article_that_reports_nobody_has_none() -> None:
    assert quoted_speakers([Article.from_text("Der Turm steht am Markt.", title="Turm", language="de")]) == ()
