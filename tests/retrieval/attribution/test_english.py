"""English by the same rules."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.attribution import Attribution, Confidence, attributions
from retrieval.attribution.attribution import Resolution


def found(text: str) -> tuple[Attribution, ...]:
    return attributions(Article.from_text(text, title="The ferry", language="en"))


@pytest.mark.parametrize(
    ("text", "rule", "speaker"),
    [
        ("According to the coastguard, the radar was broken.", "source_preposition", "coastguard"),
        ("According to an annual report by the coastguard, the radar was broken.", "source_preposition", "coastguard"),
        ("The radar was broken, according to their lawyers.", "source_preposition", "lawyers"),
        ("The radar was broken, the coastguard said.", "says_at_the_end", "coastguard"),
        ("The owner promised to replace the radar, the mayor said.", "says_at_the_end", "mayor"),
        ("The radar, the coastguard said on Monday, was broken.", "says_main_clause", "coastguard"),
        ("The coastguard said that the radar was broken.", "says_that", "coastguard"),
        ("The coastguard said in a statement that the radar was broken.", "says_that", "coastguard"),
        ("The coastguard told reporters the radar was broken.", "says_main_clause", "coastguard"),
        ("“The radar was broken for weeks,” said Colin Ashby.", "quotation_then_verb", "Colin Ashby"),
        ("Colin Ashby said: “The radar was broken for weeks.”", "verb_then_quotation", "Colin Ashby"),
        ("As Colin Ashby put it, the radar was broken.", "as_speaker_says", "Colin Ashby"),
        ("The radar was broken. This was confirmed by the coastguard.", "this_says_speaker", "coastguard"),
        ("The company denied the claims.", "speech_act", "company"),
        ("The critic praised the new harbour.", "speech_act", "critic"),
        ("The skipper pointed out that the radar was broken.", "says_that", "skipper"),
        ("The captain reportedly left the bridge.", "said_to_have", None),
        ("The captain is accused of leaving the bridge.", "said_to_have", None),
        ("The radar is believed to have failed.", "said_to_have", None),
        (
            "“The radar broke for weeks,” Blueline chairman Emeric Stedman said.",
            "quotation_then_verb",
            "Emeric Stedman",
        ),
        ("The mayor, Helen Draycott, promised to replace the radar.", "says_to_do", "Helen Draycott"),
        ("“ASHBY: The radar was broken for weeks.”", "named_source", "ASHBY"),
    ],
)
def test_a_rule_names_the_speaker(text: str, rule: str, speaker: str | None) -> None:
    last = found(text)[-1]
    assert (last.rule, last.speaker) == (rule, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The company declined to comment.",
        "The claims were old.",
        "The ferry was built in 1978.",
        "He wanted to say goodbye.",
        "The restaurant “Marlin” opens in May.",
        "The ferry is expected to be sold.",
        "The mayor attacked a plan that failed.",
        "The harbour in the far north, which the mayor opened in May, is empty.",
        "At this point the ferry turned.",
        "The mayor called in the coastguard.",
        "The mayor called into a radio show.",
        "Volunteers, called to help by the mayor, are scattered along the quay.",
        "The song was written by Colin Ashby after a night that ended badly.",
        "The mayor would do well to visit the harbour, stressing that it is old.",
        "Colin Ashby spoke against the grey backdrop of the harbour.",
        "The two women spoke for about five minutes.",
        "The count indicates a tight race as the mayor gains ground.",
        "Few experts believe that the radar will last.",
        "Now tell us that the radar was new!",
        "Colin Ashby added a note of caution, should the ferry sail again.",
        "If these were normal times, a reader would ask: “Why does nobody mend it?”",
        "He weighs too much according to his body mass index.",
        "“All Bets Are Off.”",
        "The guests in the harbour were the mayor, two pilots of the yard and Colin Ashby, who joked: “I am new here.”",
        "The yard in the harbour sold its two oldest ferries (or, as Colin Ashby called them, “the tubs”).",
        "Its size has not kept it from being, as Colin Ashby put it, “too small by half”.",
        "Colin Ashby derided the ferry as old, but the mayor opened the new harbour with all of the council.",
    ],
)
def test_a_near_miss_is_nobodys_claim(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Colin Ashby said the repairs jeopardised three hundred jobs.",  # verbs that are in no list
        "Colin Ashby said Monday the harbour silts up.",
        "Colin Ashby is warning that the radar is old.",
        "Colin Ashby mocked the mayor, saying she never understood the radar.",
        "Colin Ashby released a statement saying that the radar was old.",
        "The mayor met Colin Ashby. In June Ashby asked how the radar had passed its test.",
        "Colin Ashby inspected the bridge and later warned that the radar was old.",
        "Colin Ashby accepted that the radar was old but said nobody had complained.",
        "Colin Ashby said the yard would pay but argued that the radar was new.",
        "Colin Ashby said that the radar was “broken for many weeks” and that the yard would ask for money.",
        "The radar, as Colin Ashby has noted, is old.",
        "Colin Ashby said he cannot comment on the letter because nobody sent it.",
        "The mayor waited for Colin Ashby, who said that the radar was old.",
    ],
)
def test_what_follows_a_verb_of_saying_is_reported_whatever_its_own_verb(text: str) -> None:
    assert found(text)[-1].speaker == "Colin Ashby"


@pytest.mark.parametrize(
    "text",
    [
        "“The radar was broken for weeks,” Colin Ashby, 61, said.",
        "“The radar was broken for weeks,” Colin Ashby (Ellery) said.",
        "“The radar was broken for weeks,” Colin Ashby, who chairs the council, said.",
        "“The radar was broken for weeks,” Colin Ashby, head of the yard and a former pilot, told reporters.",
        "Colin Ashby, called to help by the mayor, said the radar was broken.",
        "Speaking in Ellery, Colin Ashby, 61, said the radar was broken.",
        "“No,” Colin Ashby said.",
        "“Was the radar broken for weeks?” Colin Ashby asked.",
        "“The radar was broken for weeks. Full of rust,” said Colin Ashby, a pilot.",
        "A broken radar, said Colin Ashby, is a danger.",
        "Ferry owner Colin Ashby said the radar was broken.",
        "Some of the council’s members, Colin Ashby said, knew.",
    ],
)
def test_the_subject_is_found_across_insertions(text: str) -> None:
    assert {attribution.speaker for attribution in found(text)} == {"Colin Ashby"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Her nephew Callum Pell runs the yard. He said the radar was broken.", "Callum Pell"),
        ("Elspeth Warren met Colin Ashby. Warren said little. She said the radar was broken.", "Elspeth Warren"),
        ("The yard buys steel. Colin Ashby owns it. Steel alone had cost millions, he said.", "Colin Ashby"),
        ("The mayor’s aides met the council in November. They said the radar was broken.", "mayor’s aides"),
        ("It was late. It said the radar was broken.", None),
        ("Some said the radar was broken.", None),
        ("Julia May said last night that the radar was broken.", "Julia May"),
        ("ASHBY FERRIES\n\nColin Ashby came. Mr. Ashby said the radar was broken.", "Colin Ashby"),
    ],
)
def test_a_pronoun_is_the_fitting_person_and_never_a_name_itself(text: str, speaker: str | None) -> None:
    assert found(text)[-1].speaker == speaker


def test_a_pronoun_is_a_guess_and_one_that_fits_two_as_well_names_nobody() -> None:
    one = found("Colin Ashby met the council. He said the radar was broken.")[-1]
    two = found("The council knows Colin Ashby and Callum Pell. He said the radar was broken.")[-1]
    assert (one.speaker, one.confidence) == ("Colin Ashby", Confidence.WEAK)
    assert (two.speaker, two.resolution) == (None, Resolution.CONTESTED)


def test_a_quotation_is_the_last_speakers_in_the_same_paragraph_and_a_guess_in_the_next() -> None:
    first = "“The radar was broken for weeks,” said Colin Ashby."
    same, new = found(f"{first} “We all knew that.”")[-1], found(f"{first}\n\n“We all knew that.”")[-1]
    assert (same.speaker, same.rule, same.confidence) == ("Colin Ashby", "quotation_follows", Confidence.STRONG)
    assert (new.speaker, new.rule, new.confidence) == ("Colin Ashby", "quotation_alone", Confidence.WEAK)


def test_a_quotation_behind_a_gap_has_no_speaker() -> None:
    first = "“The radar was broken for weeks,” said Colin Ashby."
    assert found(f"{first} The ferry sails at noon.\n\n“We all knew that.”")[-1].speaker is None


def test_a_note_in_brackets_is_the_articles_own_between_words_of_others() -> None:
    text = "Colin Ashby said: “The radar was broken for weeks.”\n\n“(Applause.)\n\n“It was old,” he said."
    assert [text[one.start : one.end] for one in found(text) if "Applause" in text[one.start : one.end]] == []
