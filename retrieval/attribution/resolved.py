"""Who speaks by a rule's finding, how that was found out, and how often one found that way is right."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.attribution.attribution import Resolution
from retrieval.attribution.confidence import share_of
from retrieval.attribution.rules.rule import Finding
from retrieval.attribution.speakers.discourse import Discourse
from retrieval.attribution.speakers.resolution import is_contested, may_be_named_elsewhere, speaking
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speaker, None when nobody is found; the way to them; how often one found that way is right."""

    speaker: Mention | None
    way: Resolution = Resolution.NAMED
    share: float = 1.0


def resolve(finding: Finding, discourse: Discourse, grammar: Grammar) -> Resolved:
    """Whom the finding's mention stands for; one taken over is no surer than where they were found."""
    speaker = _speaker(finding, discourse, grammar)
    way = _way(finding, speaker, discourse, grammar)
    share = share_of(grammar.code, way, finding.rule)
    taken_over = way is not Resolution.NAMED and speaker is not None and speaker is discourse.speaker
    return Resolved(speaker, way, min(share, discourse.share) if taken_over else share)


def _speaker(finding: Finding, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """Whom the mention stands for; nobody when that is a pronoun still, or a claim: "der Vorwurf" """
    if finding.mention is None:
        return None
    speaker = finding.mention if finding.carried else speaking(finding.mention, discourse, grammar)
    if speaker is None:
        return None
    noun = speaker.tokens[speaker.head]
    claim = grammar.is_claim(noun) and not grammar.is_statement(noun) and not grammar.is_name(speaker)
    nobody = grammar.names_nobody(speaker) or grammar.is_thing(speaker) or grammar.is_anybody(speaker)
    return None if claim or nobody or _is_interim(speaker, grammar) else speaker


def _is_interim(speaker: Mention, grammar: Grammar) -> bool:
    """ "nach ersten Schätzungen": it is told when, and not by whom"""
    adjectives = {token.lower for token in speaker.tokens[: speaker.head]}
    return speaker.head == len(speaker.tokens) - 1 and bool(adjectives & grammar.interim)


def _way(finding: Finding, speaker: Mention | None, discourse: Discourse, grammar: Grammar) -> Resolution:
    if finding.carried:
        report = speaker is not None and grammar.is_statement(speaker.tokens[speaker.head])
        spoke = discourse.speaks_on or speaker is discourse.speaker or report
        return Resolution.CARRIED if spoke else Resolution.SUBJECT
    if finding.mention is None or finding.mention is speaker:
        role = speaker is not None and may_be_named_elsewhere(speaker, discourse, grammar)
        return Resolution.ROLE if role else Resolution.NAMED
    if speaker and grammar.has_noun(speaker, finding.mention.noun):
        return Resolution.NAMED  # the noun is part of the name
    if finding.mention.first not in grammar.pronouns:
        return Resolution.ROLE
    return Resolution.CONTESTED if is_contested(finding.mention, discourse, grammar) else Resolution.PRONOUN
