"""Whose relative, teacher or neighbour the question asks about, where the article has another one of the same person.

"Wie denkt die Lehrerin des Mädchens darüber?": the article has no teacher, but "die Mutter des Mädchens".
"""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.base.words import Word
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.occupations import kinship, occupation
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

# So many of the question's other words must stand in the sentence found and beside it.
_SAME_MATTER = 0.5

# Between a relative and whose it is stand at most so many other words: "die Mutter des gebissenen Mädchens".
_REACH = 4


def other_relatives(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The relatives of the question whom the article does not have, where it has another one of the same person."""
    for at, word in enumerate(context.words):
        if not (kinship(context, word.form) or occupation(context, word.form)) or _is_known(context, word):
            continue
        whose = _whose(context, context.text, context.words, at)
        span = word.span
        if whose and context.fit(context.nearby, (span,)) >= _SAME_MATTER:
            instead = _in_its_place(context, context.stem(whose.form))
            if instead:
                yield UnsupportedPart(span, PartKind.NAME, instead.span)


def _is_known(context: PremiseContext, word: Word) -> bool:
    kin, work = kinship(context, word.form), occupation(context, word.form)
    return any(kinship(context, form) & kin or occupation(context, form) & work for form in context.facts.forms)


def _whose(context: PremiseContext, text: str, words: tuple[Word, ...], at: int) -> Word | None:
    """The noun in the genitive behind a word, or what stands for it."""
    if at + 2 >= len(words) or words[at + 1].form not in context.rules.premises.genitives:
        return None
    behind = [each for each in words[at + 2 : at + 2 + _REACH] if each.form not in context.rules.stop_words]
    if context.rules.code == "de":
        return next((each for each in behind if text[each.start].isupper()), None)
    return behind[0] if behind else None


def _in_its_place(context: PremiseContext, whose: str) -> Word | None:
    """The relative of the same person near the sentence found, or one with "seine" before it beside that person."""
    text, near = context.parsed.article.text, context.stems_of(*context.nearby)
    for sentence in (context.sentence, *context.nearby):
        for at, word in enumerate(sentence.words):
            if not kinship(context, word.form):
                continue
            owner = _whose(context, text, sentence.words, at)
            possessive = at > 0 and sentence.words[at - 1].form in context.rules.premises.possessives
            if (owner and context.stem(owner.form) == whose) or (not owner and possessive and whose in near):
                return word
    return None
