"""English by the same rules."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.attribution import attributions


@pytest.mark.parametrize(
    ("text", "rule", "speaker"),
    [
        ("According to the coastguard, the radar was broken.", "source_preposition", "coastguard"),
        ("The radar was broken, the coastguard said.", "says_main_clause", "coastguard"),
        ("The coastguard said that the radar was broken.", "says_that", "coastguard"),
        ("The coastguard told reporters the radar was broken.", "says_main_clause", "coastguard"),
        ("“The radar was broken for weeks,” said Colin Ashby.", "quotation_then_verb", "Colin Ashby"),
        ("Colin Ashby said: “The radar was broken for weeks.”", "verb_then_quotation", "Colin Ashby"),
        ("As Colin Ashby put it, the radar was broken.", "as_speaker_says", "Colin Ashby"),
        ("The radar was broken. This was confirmed by the coastguard.", "this_says_speaker", "coastguard"),
        ("The company denied the claims.", "speech_act", "company"),
        ("The captain reportedly left the bridge.", "said_to_have", None),
        ("The mayor, Helen Draycott, promised to replace the radar.", "says_to_do", "Helen Draycott"),
    ],
)
def test_a_rule_names_the_speaker(text: str, rule: str, speaker: str | None) -> None:
    last = attributions(Article.from_text(text, title="The ferry", language="en"))[-1]
    assert (last.rule, last.speaker) == (rule, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The company declined to comment.",
        "The claims were old.",
        "The ferry was built in 1978.",
        "He wanted to say goodbye.",
        "The restaurant “Marlin” opens in May.",
    ],
)
def test_a_near_miss_is_nobodys_claim(text: str) -> None:
    assert attributions(Article.from_text(text, title="The ferry", language="en")) == ()
