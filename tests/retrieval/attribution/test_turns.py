"""Interviews: the answers are the guest's, and nothing else is."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.attribution import Attribution, attributions, interview_guests

# Questions in italics that address the guest; one answer of two paragraphs; the paper has the last word.
ITALICS = """
In der Werkstatt von Jan Hofstetter riecht es nach Lärche. Der Tischler baut Särge, auch für Hamster.

*Herr Hofstetter, warum Särge?*

Weil mich einer darum bat. Danach kamen mehr.

*Die Innung sagt, Sie verderben die Preise.*

Die Innung behauptet viel.

Ich rechne anders. Holz ist da.

*Was kostet einer?*

Ab 900 Euro. Oder ist das zu viel?

*Wer kauft bei Ihnen?*

Alle, auch Junge.

Hofstetter ist der letzte Sargtischler im Landkreis. Er fährt einen Kombi.
"""

# Lines with labels within a paragraph, in capitals; the headline has the guest's full name.
LABELS = """
Vor dem Hafen von Ellersund schwimmt wieder Öl. Die Möwen sind fort.

BOTE: Frau Tönnies, kommen die Möwen zurück?
TÖNNIES: Ja. Wir zählen sie jeden Tag.
BOTE: Und das Öl?
TÖNNIES: Das ist weg. Die Werft sagt, es waren drei Liter.
BOTE: Das ist wenig.
TÖNNIES (lacht): Ich lache darüber nicht.
"""

# A panel of three with a moderator; one speaks only once.
PANEL = """
Über die Brücke streiten Anna Kühn (Grüne), Bernd Weber (CDU) und der Radfahrer Olaf Struck.

**Moderation:** Herr Weber, was stört Sie?

**Weber:** Der Preis. Wir zahlen das alle.

**Kühn:** Das stimmt nicht. Mein Rat: abwarten.

**Moderation:** Und Sie, Herr Struck?

**Struck:** Ich will nur hinüber.

**Weber:** Das wollen alle.

**Kühn:** Ich fahre jeden Tag. Weber behauptet, da sei Platz.

**Moderation:** Wann wird gebaut?

**Weber:** Nie, wenn es nach mir geht.
"""

ENGLISH = """
The town hall clock has been wound by hand for forty years. In an interview with Edith Marlow, we ask why.

**How often do you climb up?**

Twice a week. My knees know every step.

**Who pays you?**

Nobody. The council says there is no money.

**Will you stop?**

I will when the clock does.
"""


def said(text: str, *, title: str = "Ein Gespräch", language: str = "de") -> list[tuple[str, str | None]]:
    """The words of every attribution, and whose they are."""
    article = Article.from_text(text.strip(), title=title, language=language)
    return [(article.text[one.start : one.end], one.speaker) for one in attributions(article)]


def test_italic_questions_are_followed_by_the_guests_answers() -> None:
    answers = [
        "Weil mich einer darum bat.", "Danach kamen mehr.", "Die Innung behauptet viel.", "Ich rechne anders.",
        "Holz ist da.", "Ab 900 Euro.", "Oder ist das zu viel?", "Alle, auch Junge.",
    ]  # fmt: skip
    assert said(ITALICS) == [(answer, "Jan Hofstetter") for answer in answers]


def test_labels_lead_to_the_full_name_and_are_no_speakers_themselves() -> None:
    found = said(LABELS, title="Hafenchefin Merle Tönnies über Öl und Möwen")
    assert [words for words, _ in found] == [
        "TÖNNIES: Ja.", "Wir zählen sie jeden Tag.", "TÖNNIES: Das ist weg.",
        "Die Werft sagt, es waren drei Liter.", "TÖNNIES (lacht): Ich lache darüber nicht.",
    ]  # fmt: skip
    assert {speaker for _, speaker in found} == {"Merle Tönnies"}


def test_on_a_panel_everybody_says_their_own() -> None:
    speakers = ["Bernd Weber"] * 2 + ["Anna Kühn"] * 2 + ["Olaf Struck", "Bernd Weber"]
    assert [speaker for _, speaker in said(PANEL)] == [*speakers, "Anna Kühn", "Anna Kühn", "Bernd Weber"]


def test_an_english_guest_is_named_by_the_lead() -> None:
    found = said(ENGLISH, title="Time and stairs", language="en")
    assert len(found) == 5
    assert {speaker for _, speaker in found} == {"Edith Marlow"}


def three_answers(lead: str, *, title: str = "Ein Gespräch") -> Attribution:
    """The first answer of an interview that begins with this."""
    turns = "\n\n".join(f"**Was tun Sie {when}?**\n\nIch warte." for when in ("heute", "morgen", "dann"))
    text = f"{lead}\n\n{turns}"
    return next(one for one in attributions(Article.from_text(text, title=title, language="de")) if one.rule == "turn")


@pytest.mark.parametrize(
    ("lead", "speaker", "confidence"),
    [
        ("Peter Voss war da. Wir sprachen mit Lea Brandt, der Kapitänin.", "Lea Brandt", "fair"),
        ("Lea Brandt ist Kapitänin.", "Lea Brandt", "fair"),
        ("Lea Brandt fährt mit Peter Voss zur See.", "Lea Brandt", "weak"),  # which of them?
        ("Lea Brandt ist Kapitänin. Das Interview führte Peter Voss.", "Lea Brandt", "fair"),
        ("Die Kapitänin kommt zu spät.", None, "weak"),
    ],
)
def test_without_a_label_the_lead_presents_the_guest(lead: str, speaker: str | None, confidence: str) -> None:
    answer = three_answers(lead)
    assert (answer.speaker, answer.confidence) == (speaker, confidence)


def test_the_headline_presents_the_guest() -> None:
    assert three_answers("Es regnet.", title="Interview mit Lea Brandt").speaker == "Lea Brandt"


@pytest.mark.parametrize(
    ("label", "speaker"), [("Antwort", "Lea Brandt"), ("LB", "Lea Brandt"), ("Imkerin", "Imkerin")]
)
def test_a_label_that_is_no_name(label: str, speaker: str) -> None:
    turns = "\n\n".join(f"Frage: Sind Sie {what}?\n\n{label}: Ich bin {what}." for what in ("müde", "wach", "froh"))
    assert {one for _, one in said(f"Lea Brandt ist Kapitänin.\n\n{turns}")} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        # a guide: nobody is asked in person
        "**Muss ich zahlen?**\n\nJa.\n\n**Darf es mehr sein?**\n\nNein.\n\n**Und nachts?**\n\nDann auch.",
        # nobody answers in the first person
        "**Sind Sie bereit?**\n\nJa.\n\n**Zahlen Sie bar?**\n\nNein.\n\n**Sind Sie sicher?**\n\nDann los.",
        "Die Fähre ist voll. **Das ist neu.** Wir warten.\n\nWann fährt sie?\n\nNiemand weiß es.",
        "18.20 Uhr: Die Fähre ist voll.\n\n18.10 Uhr: Wir warten.\n\n18.20 Uhr: Noch immer.\n\n18.10 Uhr: Nichts.",
    ],
)
def test_what_is_no_interview_has_no_turns(text: str) -> None:
    assert said(text) == []


def test_a_guest_with_an_unknown_first_name_opens_the_lead() -> None:
    lead = "Oduna Vrell runs the Merrow Seed Library from a former post office. We talked to her over cold tea."
    asked = "Q: How do you come to own jars of seeds?\n\nA: I was asked. Nobody else wanted them.\n\n"
    more = "Q: And the county?\n\nA: I have that in writing.\n\nQ: Will you move?\n\nA: I will not."
    assert {speaker for _, speaker in said(f"{lead}\n\n{asked}{more}", language="en")} == {"Oduna Vrell"}


@pytest.mark.parametrize(
    ("text", "title", "guests"),
    [
        (ITALICS, "Ein Gespräch", ("Jan Hofstetter",)),
        (LABELS, "Hafenchefin Merle Tönnies über Öl und Möwen", ("Merle Tönnies",)),
        (PANEL, "Ein Gespräch", ("Bernd Weber", "Anna Kühn", "Olaf Struck")),
        ("Die Fähre sei voll gewesen, sagte Lea Brandt.", "Im Hafen", None),
    ],
)
def test_an_interview_is_that_of_its_guests(text: str, title: str, guests: tuple[str, ...] | None) -> None:
    assert interview_guests(Article.from_text(text.strip(), title=title, language="de")) == guests


@pytest.mark.parametrize("lead", ["Die Kapitänin kommt zu spät.", "Lea Brandt fährt mit Peter Voss zur See."])
def test_a_guest_who_is_not_named_or_only_guessed_is_none(lead: str) -> None:
    turns = "\n\n".join(f"**Was tun Sie {when}?**\n\nIch warte." for when in ("heute", "morgen", "dann"))
    assert interview_guests(Article.from_text(f"{lead}\n\n{turns}", title="Ein Gespräch", language="de")) == ()


HEADINGS = """
Die Brücke über die Orle ist gesperrt. Bauleiterin Lea Brandt spricht über die Folgen.

## Frau Brandt, wie lange dauert das noch?

Ich rechne mit drei Wochen. Wir haben einen Riss gefunden.

## Wer zahlt das?

Das Land.

## Sind Sie sicher?

Mein Amt hat dafür kein Geld.
"""


def test_questions_as_headings_are_an_interviewers() -> None:
    article = Article.from_text(HEADINGS, title="Die Brücke", language="de")
    assert interview_guests(article) == ("Lea Brandt",)
    assert [one.speaker for one in attributions(article)] == ["Lea Brandt"] * 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Frau Brandt, wie lange dauert das noch?", "Wie lange dauert das noch?"),  # two of them are too few
        ("Ich rechne mit drei Wochen. Wir haben einen Riss gefunden.", "Es dauert drei Wochen."),
    ],
)
def test_a_guide_with_questions_as_headings_is_no_interview(one: str, other: str) -> None:
    text = HEADINGS.replace(one, other).replace("Sind Sie sicher?", "Ist das sicher?").replace("Mein Amt", "Das Amt")
    assert interview_guests(Article.from_text(text, title="Wie lange dauert das noch?", language="de")) is None
