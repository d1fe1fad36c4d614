"""Who does what to whom in a question: its verb, who does it, and who else is named.

Whoever stands next behind the verb does what it says ("Warum lobte Dragan …", "Why did Bexley call …"), of a passive
the agent ("Warum wurde Dragan von Ebeling gelobt?").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.attribution import grammar_of
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.quotation import quotations
from retrieval.attribution.syntax.sentence import NounPhrase, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken, tokens_of
from retrieval.attribution.syntax.verbs import Form
from retrieval.base.spans import Span
from retrieval.language import rules_of
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.people import is_role

# The subject of a verb is looked for so many words behind it.
_REACH = 8

# Where one of these is the subject, no noun behind it does what the verb says.
_SUBJECTS = frozenset({"er", "sie", "es", "ich", "wir", "man", "he", "she", "it", "they", "we", "i", "you"})

_AUXILIARIES = frozenset({"be", "have"})
_ADJECTIVE = ("ten", "hen", "gen", "ige", "che", "rte", "ere", "eren")

_GENDERS = {"der": "m", "die": "fp", "das": "n", "eine": "f"}


class AskedRole(NamedTuple):
    """`doer` are names and nouns, `others` those behind; `genders` are what can stand for the doer, if known.

    `objects` are those of the others that no preposition and no genitive joins to something else.
    """

    lemma: str
    doer: tuple[SyntaxToken, ...]
    others: tuple[SyntaxToken, ...]
    objects: tuple[SyntaxToken, ...]
    genders: frozenset[str] = frozenset()


def parse(text: str, span: Span, grammar: Grammar) -> ParsedSentence:
    """The span as a sentence."""
    quoted = quotations(text, span)
    tokens = tokens_of(text, span, quoted, rules_of(grammar.code).abbreviations)
    return ParsedSentence(text, span, 0, tokens, quoted, grammar.clauses(tokens))


def asked_role(context: PremiseContext, grammar: Grammar) -> AskedRole | None:
    """Who does what in the question; None where that is what it asks for, or not clear."""
    asked = parse(context.text, context.span, grammar)
    if not asked.tokens or asked.tokens[0].lower in context.rules.premises.asking_for_doer:
        return None
    verb = asked.clauses[0].verb if asked.clauses else None
    if verb and verb.passive:
        agent = grammar.agent(asked, asked.clauses[0])
        return _role(context, asked, verb.lemma, core(asked, agent)) if agent else None
    if grammar.code == "en":
        return _english(context, asked, grammar)
    return _role(context, asked, verb.lemma, _phrase(context, asked.tokens, verb.finite + 1)) if verb else None


def core(sentence: ParsedSentence, phrase: NounPhrase) -> list[SyntaxToken]:
    """The names and nouns of a phrase, without what hangs on it."""
    tokens, end = sentence.tokens, phrase.head + 1
    while end < phrase.end and tokens[end].capital:
        end += 1
    inner = [token for token in tokens[phrase.start : end] if token.word]
    return [token for token in inner if token.capital and token.start] or inner[-1:]


def _role(
    context: PremiseContext, asked: ParsedSentence, lemma: str, doer: list[SyntaxToken], behind: int = 0
) -> AskedRole | None:
    grammar = grammar_of(context.rules.code)
    if grammar is None or not doer or not lemma:
        return None
    tokens = asked.tokens
    first, last = tokens.index(doer[0]), tokens.index(doer[-1])
    german = grammar.code == "de"
    others = [
        t for t in tokens[max(last, behind) + 1 :] if t.word and (t.capital if german else not _is_light(context, t))
    ]
    objects = [t for t in others if german and _before(tokens, t) not in context.rules.premises.joining_nouns]
    genders = frozenset(_GENDERS.get(tokens[first - 1].lower, "") if first else "")
    if not genders:
        genders = grammar.genders(Mention.of(asked, NounPhrase(first, last + 1, last)))
    return AskedRole(lemma, tuple(doer), tuple(others), tuple(objects if german else others), genders)


def _is_light(context: PremiseContext, token: SyntaxToken) -> bool:
    return token.lower in context.rules.stop_words


def _before(tokens: Sequence[SyntaxToken], noun: SyntaxToken) -> str:
    """The word before the noun, past names and adjectives."""
    at = tokens.index(noun) - 1
    while at > 0 and (tokens[at].capital or tokens[at].lower.endswith(_ADJECTIVE)):
        at -= 1
    return tokens[at].lower


def _english(context: PremiseContext, asked: ParsedSentence, grammar: Grammar) -> AskedRole | None:
    """The doer stands between an auxiliary and the verb."""
    tokens, words = asked.tokens, context.rules.premises
    auxiliary = next((at for at, token in enumerate(tokens) if token.lower in words.auxiliaries), None)
    if auxiliary is None:
        return None
    doer = list[SyntaxToken]()
    for at, token in enumerate(tokens[: auxiliary + 1 + _REACH]):
        if at <= auxiliary:
            continue
        readings = grammar.readings(token)
        if doer and (any(r.form in (Form.PLURAL, Form.PARTICIPLE) for r in readings)):
            return _role(context, asked, readings[0].lemma, doer, at)
        borders = words.before_names | _SUBJECTS
        if not token.word or token.lower in borders or any(r.lemma in _AUXILIARIES for r in readings):
            return None
        if token.lower not in words.determiners:
            doer = [*(each for each in doer if each.capital), token]
    return None


def _phrase(context: PremiseContext, tokens: Sequence[SyntaxToken], at: int) -> list[SyntaxToken]:
    """The nouns and names of the first phrase that begins there; none where its article shows that it is an object."""
    found: list[SyntaxToken] = []
    if any(token.lower in _SUBJECTS for token in tokens[at : at + 1]):
        return found
    for token in tokens[at : at + _REACH]:
        if token.capital and token.word and not (found and is_role(token.lower, context.rules)):
            found.append(token)
        elif found and is_role(found[-1].lower, context.rules) and not token.word:
            continue
        elif (
            found
            or token.lower in context.rules.premises.object_determiners
            or not (
                token.lower in context.rules.premises.determiners
                or is_role(token.lower, context.rules)
                or token.lower.endswith("e")
            )
        ):
            break
    return found
