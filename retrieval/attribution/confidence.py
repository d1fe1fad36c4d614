"""How sure a rule is: the tier of each, from how often it was right.

Measured on 700 German news articles annotated for a study of quotation (Petersen-Frey & Biemann 2024), sentence by
sentence: 87 in a hundred or more of what each strong rule finds is reported, and 95 of what they find together; fair
rules reach two in three. A rule that is not listed is weak.
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
    "quotation_alone",
    "says_that",
    "says_main_clause",
    "clause_in_reported_mood",
    "unreal_mood",
    "anaphoric_source",
    "opinion_of",
    "became_known",
)
_TIERS = dict.fromkeys(_STRONG, Confidence.STRONG) | dict.fromkeys(_FAIR, Confidence.FAIR)


def confidence_of(rule: str) -> Confidence:
    """The tier of the rule with this name."""
    return _TIERS.get(rule, Confidence.WEAK)
