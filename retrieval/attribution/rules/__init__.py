"""The rules, in the order in which they are asked: the first that knows the speaker has the sentence."""

from __future__ import annotations

from retrieval.attribution.rules import (
    continuation,
    headline,
    hearsay,
    nouns,
    pointing_back,
    quoting,
    saying,
    source_phrases,
)
from retrieval.attribution.rules.rule import Context, Finding, Rule

RULES: tuple[Rule, ...] = (
    source_phrases.source_preposition,
    source_phrases.source_postposition,
    source_phrases.statement_of,
    source_phrases.so_speaker,
    source_phrases.as_speaker_says,
    source_phrases.it_says_in,
    source_phrases.opinion_of,
    pointing_back.this_says_speaker,
    headline.named_source,
    quoting.cited,
    quoting.quotation_then_verb,
    quoting.verb_then_quotation,
    saying.says_at_the_end,
    saying.says_in_reported_mood,
    saying.says_that,
    saying.says_to_do,
    saying.says_words,
    saying.says_main_clause,
    saying.speech_act,
    saying.idiom_of_saying,
    nouns.noun_of_saying,
    nouns.became_known,
    quoting.quotation_goes_on,
    quoting.quotation_follows,
    quoting.quotation_alone,
    continuation.clause_in_reported_mood,
    continuation.reported_mood,
    continuation.anaphoric_source,
    continuation.unreal_mood,
    hearsay.said_to_have,
    hearsay.rumour,
    hearsay.said_to_go_on,
)

SOURCE_PHRASES = frozenset({"source_preposition", "source_postposition"})


def rule_summary(name: str) -> str:
    """What the rule with this name recognises, in a line; empty when there is no such rule."""
    rule = next((rule for rule in RULES if getattr(rule, "__name__", "") == name), None)
    return (rule.__doc__ or "").partition("\n")[0] if rule else ""


__all__ = ["RULES", "SOURCE_PHRASES", "Context", "Finding", "Rule", "rule_summary"]
