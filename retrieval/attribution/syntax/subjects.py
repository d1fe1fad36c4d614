"""What finding a subject has in common in German and English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken

_LONGEST_NAME = 6  # tokens

PhraseList = Callable[[Sequence[SyntaxToken], int, int], Iterator[NounPhrase]]


def before_insertion(sentence: ParsedSentence, clause: Clause, phrases: PhraseList) -> NounPhrase | None:
    """ "X, head of the bank, said …": the phrase that opens the sentence, when only insertions lie between.

    A short apposition is part of it, as it may hold the name: "the minister, X, said".
    """
    tokens = sentence.tokens
    earlier = [other for other in sentence.clauses if other.start < clause.start]
    labels = [number for number, other in enumerate(earlier, 1) if tokens[other.end - 1].form == ":"]
    earlier = earlier[labels[-1] :] if labels else earlier
    if not earlier or any(c.kind is ClauseKind.MAIN for c in earlier) or earlier[0].kind is ClauseKind.SUBORDINATE:
        return None
    if any(token.quoted for c in earlier if c.kind is ClauseKind.FRAGMENT for token in tokens[c.start : c.end]):
        return None
    opening = next(phrases(tokens, earlier[0].start, earlier[0].end), None)
    if opening is None or len(earlier) == 1:
        return opening
    second = earlier[1]
    apposition = second.kind is ClauseKind.FRAGMENT and second.end == clause.start and tokens[second.start].word
    named = all(token.capital for token in tokens[second.start : second.end - 1])
    if apposition and (named or opening.end + 1 == second.start) and second.end - second.start - 1 <= _LONGEST_NAME:
        return NounPhrase(opening.start, second.end - 1, opening.head)
    return opening


def inherited_subject(sentence: ParsedSentence, clause: Clause, grammar: Grammar) -> NounPhrase | None:
    """ "X said this and criticised that": the second verb has the first one's subject."""
    opening = {sentence.lower(at) for at in (clause.start, clause.start + 1)}
    if not opening & grammar.coordinators:
        return None
    earlier = [other for other in sentence.clauses if other.start < clause.start and other.verb]
    same = [other for other in earlier if other.kind is clause.kind]
    return grammar.subject(sentence, same[-1]) if same else None
