"""What a question takes for given and the sentence found denies.

"Wieso übernimmt die Versicherung die Kosten?": "Die Versicherung zahlt nichts". The article seldom has the question's
verb; that clause of the sentence counts which has most of its other words.
"""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.attribution import grammar_of
from retrieval.attribution.syntax.tokens import tokens_of
from retrieval.base.words import Word
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.opposites.clauses import PremiseClause, clauses_of, matches
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

# So near must the question be to the sentence by its meaning.
_ALIKE = 0.8


def polarity_conflicts(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """Of a question that takes for given what it says: the verb, where the sentence denies it."""
    if not context.takes_for_given or context.may_be_denied_in_part:
        return
    asked = clauses_of(context, context.text, context.span)
    found = _nearest(context, clauses_of(context, context.parsed.article.text, context.sentence.span))
    verb = _verb(context, {context.stem(word.form) for clause in found for word in clause.words})
    affirmed = not any(clause.negations for clause in asked) and not _is_negative(context)
    if not (found and verb and affirmed and context.is_near(_ALIKE)):
        return
    if all(each.negations or each.denied for each in found):
        place = next((each.negations[0].span for each in found if each.negations), None)
        yield UnsupportedPart(verb.span, PartKind.NEGATION, place)


def _nearest(context: PremiseContext, clauses: list[PremiseClause]) -> list[PremiseClause]:
    """Those that have most of the question's words, names of people left out; none if they have none."""
    about = {context.stem(form) for form in context.subject() if form not in context.facts.people}
    shares = [len(about & {context.stem(word.form) for word in clause.words}) for clause in clauses]
    return [clause for clause, share in zip(clauses, shares, strict=True) if share and share == max(shares)]


def _is_negative(context: PremiseContext) -> bool:
    """Whether a word of the question by itself denies or restricts something: what denies that affirms it."""
    rules = context.rules.premises
    poles = "|".join(group[-1] for group in rules.opposites)
    return bool(
        matches(rules.denials, context.words)
        or matches(poles, context.words)
        or any(word.form in rules.restricting for word in context.words)
    )


def _verb(context: PremiseContext, there: set[str]) -> Word | None:
    """The first word of an English question that may be its verb; of a German one the last that is written small.

    One that the article has `there` comes before others.
    """
    rules, text = context.rules, context.text
    phrases = (*rules.checking.asking, *rules.checking.tags) if context.is_claim else ()
    asking = {form for phrase in phrases for form in phrase if len(form) > 3}
    words = [
        word
        for word in context.words
        if text[word.start].islower()
        and word.form not in rules.question_words | rules.light_words | rules.premises.before_names
        and word.form not in rules.premises.determiners | asking
    ]
    verbs = [word for word in words if word.form not in rules.stop_words] or words
    auxiliaries = rules.premises.auxiliaries | rules.premises.singular_auxiliaries
    verbs = [w for w in verbs if w.form not in auxiliaries and context.stem(w.form) in there] or verbs
    grammar = grammar_of(rules.code)
    if rules.code == "en" and grammar:
        tokens = tokens_of(text, context.span, (), rules.abbreviations)
        heads = {token.start for token in tokens if grammar.readings(token)}
        return next((word for word in verbs if word.start in heads), None)
    return verbs[-1] if verbs else None
