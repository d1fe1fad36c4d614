"""How sure an attribution is: by how often its rule was right.

German: measured on 850 news articles annotated for a study of quotation (Petersen-Frey & Biemann 2024), sentence by
sentence: 87 in a hundred or more of what each strong rule finds is reported, of fair ones two in three. Of those whom a
strong or fair rule names, nine in ten are right, on either half of the articles. A pronoun or a role that had to be
resolved (64 in a hundred right) and a speaker carried over from the sentence before (79) are weak, whatever the rule.

English: measured on 83 American news articles (PolNeAR, Newell et al. 2018) by how often the person named is right: of
what a strong or fair rule names nine in ten are, and 95 in a hundred together, resolved and carried over or not. What
follows a quotation in its own paragraph is its speaker's (97 in a hundred), what opens another paragraph is so in three
of four only.

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
    "quotation_goes_on",
    "quotation_then_verb",
    "says_to_do",
)
_FAIR = (
    "as_speaker_says",
    "named_source",
    "cited",
    "verb_then_quotation",
    "says_that",
    "says_main_clause",
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

# Languages in which whom a sentence does not name itself is no more than likely.
_WEAK_UNLESS_NAMED = frozenset({"de"})


def confidence_of(rule: str, language: str, *, named: bool) -> Confidence:
    """The tier of the rule with this name in the language with this code.

    `named` is whether the sentence itself names whom the rule found.
    """
    if not named and language in _WEAK_UNLESS_NAMED:
        return Confidence.WEAK
    return _TIERS[language].get(rule, Confidence.WEAK)
