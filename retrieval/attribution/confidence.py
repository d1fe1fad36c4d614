"""How sure a rule is: the tier of each, from how often it was right.

German: measured on 700 news articles annotated for a study of quotation (Petersen-Frey & Biemann 2024), sentence by
sentence: 87 in a hundred or more of what each strong rule finds is reported, and 95 of what they find together; fair
rules reach two in three.

English: measured on 83 American news articles (PolNeAR, Newell et al. 2018) by how often the person named is right: of
what a strong or fair rule names nine in ten are, and 95 in a hundred together. What follows a quotation in its own
paragraph is its speaker's (97 in a hundred), what opens another paragraph is so in three of four only.

A rule that is not listed is weak.
"""

from __future__ import annotations

from retrieval.attribution.attribution import Confidence

_STRONG = (
    "source_preposition",
    "source_postposition",
    "statement_of",
    "so_speaker",
    "this_says_speaker",
    "says_in_reported_mood",
    "reported_mood",
    "quotation_goes_on",
    "quotation_then_verb",
    "says_to_do",
)
_FAIR = (
    "as_speaker_says",
    "it_says_in",
    "named_source",
    "cited",
    "verb_then_quotation",
    "quotation_follows",
    "quotation_alone",
    "says_that",
    "says_main_clause",
    "clause_in_reported_mood",
    "unreal_mood",
    "anaphoric_source",
    "opinion_of",
    "became_known",
)
_STRONG_IN_ENGLISH = (
    "source_preposition",
    "quotation_then_verb",
    "verb_then_quotation",
    "says_at_the_end",
    "says_that",
)
_FAIR_IN_ENGLISH = (
    "this_says_speaker",
    "named_source",
    "cited",
    "quotation_goes_on",
    "quotation_follows",
    "says_main_clause",
    "says_to_do",
    "says_words",
    "speech_act",
    "idiom_of_saying",
)


def _tiers(strong: tuple[str, ...], fair: tuple[str, ...]) -> dict[str, Confidence]:
    return dict.fromkeys(strong, Confidence.STRONG) | dict.fromkeys(fair, Confidence.FAIR)


_TIERS = {"de": _tiers(_STRONG, _FAIR), "en": _tiers(_STRONG_IN_ENGLISH, _FAIR_IN_ENGLISH)}


def confidence_of(rule: str, language: str) -> Confidence:
    """The tier of the rule with this name in the language with this code."""
    return _TIERS[language].get(rule, Confidence.WEAK)
