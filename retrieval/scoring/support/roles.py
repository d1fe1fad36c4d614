"""Who does what to whom: the question has the other way round what the sentence found says.

Of a question, whoever stands next behind its verb does what the verb says ("Warum lobte Dragan …", "Why did Bexley …").
Of an article's sentence, the subject of the same verb does, or whose words they are where it is a verb of saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.attribution import Confidence, grammar_of
from retrieval.attribution.attribution_cache import attributions_in
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.quotation import quotations
from retrieval.attribution.syntax.sentence import Clause, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken, tokens_of
from retrieval.base.spans import Span
from retrieval.base.words import normalise, words_of
from retrieval.language import rules_of
from retrieval.scoring.support.context import SupportContext
from retrieval.scoring.support.names import is_role
from retrieval.scoring.support.part import PartKind, UnsupportedPart

# The subject of a verb is looked for so many words behind it.
_REACH = 8

_SAME_MATTER = 0.5

# What they say of their subjects, many can say of theirs.
_IDLE_VERBS = frozenset({"sein", "werden", "haben", "machen", "be", "have", "do", "become", "make"})


def unsupported_roles(context: SupportContext) -> Iterator[UnsupportedPart]:
    """Whoever the question says does it, where the sentence found says that another one of the question does."""
    grammar = grammar_of(context.parsed.article.language)
    if grammar is None or context.is_foreign:
        return
    asked = _parse(context.text, context.span, grammar)
    for lemma, doer in _doers(context, asked, grammar):
        if lemma in _IDLE_VERBS:
            continue
        theirs = _doer_in_sentence(context, grammar, lemma)
        if theirs is None:
            continue
        names, place = theirs
        own = {context.stem(token.lower) for token in doer}
        rest = [t for t in asked.tokens if t.capital and t.word and t not in doer and t.start > doer[0].start]
        others = [token for token in rest if context.stem(token.lower) in names]
        if own & names or not others:
            continue
        if not own <= context.stems_of(*context.parsed.sentences) or context.fit(context.nearby) < _SAME_MATTER:
            continue
        start, end = min(doer[0].start, others[0].start), max(doer[-1].end, others[-1].end)
        yield UnsupportedPart(Span(start, end), PartKind.ROLE, place)
        return


def _parse(text: str, span: Span, grammar: Grammar) -> ParsedSentence:
    quoted = quotations(text, span)
    tokens = tokens_of(text, span, quoted, rules_of(grammar.code).abbreviations)
    return ParsedSentence(text, span, 0, tokens, quoted, grammar.clauses(tokens))


def _doers(context: SupportContext, asked: ParsedSentence, grammar: Grammar) -> Iterator[tuple[str, list[SyntaxToken]]]:
    """The verb of the question and who does it, as the names and nouns of that phrase."""
    tokens = asked.tokens
    if tokens and tokens[0].lower in context.rules.support.asking_for_doer:
        return
    if context.query.question.language == "en":
        auxiliary = next((at for at, t in enumerate(tokens) if t.lower in context.rules.support.auxiliaries), None)
        if auxiliary is not None:
            doer = _phrase(context, tokens, auxiliary + 1)
            verb = next((t for t in tokens if doer and t.start > doer[-1].end and grammar.readings(t)), None)
            if doer and verb:
                yield grammar.readings(verb)[0].lemma, doer
        return
    for clause in asked.clauses[:1]:
        if clause.verb and not clause.verb.passive:
            doer = _phrase(context, tokens, clause.verb.finite + 1)
            if doer:
                yield clause.verb.lemma, doer


def _phrase(context: SupportContext, tokens: Sequence[SyntaxToken], at: int) -> list[SyntaxToken]:
    """The nouns and names of the first phrase that begins there; none where its article shows that it is an object."""
    found: list[SyntaxToken] = []
    for token in tokens[at : at + _REACH]:
        if token.capital and token.word and not (found and is_role(token.lower, context.rules)):
            found.append(token)
        elif found and is_role(found[-1].lower, context.rules) and not token.word:
            continue
        elif (
            found
            or token.lower in context.rules.support.object_determiners
            or (token.lower not in context.rules.support.determiners and not is_role(token.lower, context.rules))
        ):
            break
    return found


def _doer_in_sentence(
    context: SupportContext, grammar: Grammar, lemma: str
) -> tuple[frozenset[str], Span | None] | None:
    """Who does it in the sentence found, as stems, and where that stands; None when that is not known."""
    article, span = context.parsed.article, context.sentence.span
    sentence = _parse(article.text, span, grammar)
    for clause in sentence.clauses:
        if clause.verb and clause.verb.lemma == lemma and (found := _subject(sentence, clause, grammar)):
            stems = frozenset(context.stem(token.lower) for token in found)
            return stems, Span(found[0].start, found[-1].end)
    if lemma not in grammar.saying:
        return None
    said = attributions_in(context.parsed.attributions, [span])
    speakers = {each.speaker for each in said if each.speaker and each.confidence is not Confidence.WEAK}
    if len(speakers) != 1:
        return None
    names = frozenset(context.stem(normalise(word)) for word in next(iter(speakers)).split())
    place = [word for word in words_of(article.text, span) if context.stem(word.form) in names]
    return names, Span(place[0].start, place[-1].end) if place else None


def _subject(sentence: ParsedSentence, clause: Clause, grammar: Grammar) -> list[SyntaxToken]:
    if clause.verb is None:
        return []
    phrase = grammar.agent(sentence, clause) if clause.verb.passive else grammar.subject(sentence, clause)
    if phrase is None:
        return []
    end = max(
        phrase.head + 1, next((i for i in range(phrase.head, phrase.end) if not sentence.tokens[i].capital), phrase.end)
    )
    return [token for token in sentence.tokens[phrase.start : end] if token.capital and token.word]
