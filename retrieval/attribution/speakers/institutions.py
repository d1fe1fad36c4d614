"""Institutions: from "das Ministerium" or "the group" to the one that the article has named in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from retrieval.attribution.speakers.discourse import Discourse
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention, once_each
from retrieval.attribution.syntax.sentence import NounPhrase

_REMEMBERED = 400  # mentions
_DESCRIPTION = 2  # words: determiner and noun


def institution(mention: Mention, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """The fullest name of the only institution so far that the definite noun fits; None when none or several fit.

    A name with the noun in it goes before one that is only of that kind: "the trust", "the charity".
    """
    if mention.first not in grammar.definite or len(mention.tokens) != _DESCRIPTION or grammar.is_person(mention):
        return None
    start = mention.tokens[0].start
    outer = [named for named in discourse.current if named.tokens[-1].end <= start]
    outer += [named for _, named in islice(reversed(discourse.mentions), _REMEMBERED)]
    bare = mention.noun.removesuffix("s").removesuffix("e")  # "des Ministeriums", "des Verbandes"
    with_noun = (named for named in outer if bare in named.text.lower())
    fitting = [named for named in with_owners(with_noun, grammar) if grammar.has_noun(named, mention.noun)]
    if not fitting and grammar.is_kind(mention.noun):
        fitting = [named for named in with_owners(outer, grammar) if grammar.is_kind_of(named, mention.noun)]
    named = _only(fitting, grammar) if fitting else None
    # An owner is not the same speaker as before: it was named in passing, and nobody's words need go on.
    return replace(named) if named and named not in outer else named


def _only(fitting: Iterable[Mention], grammar: Grammar) -> Mention | None:
    """The one with the longest name, when the names of all others are part of it."""
    names = {named: _words(grammar.name(named, frozenset())) for named in fitting}
    fullest = max(names, key=lambda named: (len(names[named]), sum(map(len, names[named]))))
    same = all(_is_part(words, names[fullest]) for words in names.values())
    return fullest if same else None


def with_owners(mentions: Iterable[Mention], grammar: Grammar) -> Iterator[Mention]:
    """The mentions, and whom each names as its owner: in "Zahlen des Bauernverbands" the association is named, too."""
    return chain.from_iterable(_with_owner(mention, grammar) for mention in mentions)


@once_each  # so that the owners are the same mentions each time, of which what is known is kept
def _with_owner(mention: Mention, grammar: Grammar) -> tuple[Mention, ...]:
    return (mention, *_owners(mention, grammar))


def _owners(mention: Mention, grammar: Grammar) -> Iterator[Mention]:
    tokens, start = mention.tokens, mention.tokens[0].start
    determined = (at for at in range(mention.head + 1, len(tokens)) if tokens[at].lower in grammar.definite)
    attribute = grammar.attribute(tokens, NounPhrase(0, len(tokens), mention.head))
    for inner in (attribute, *(grammar.noun_phrase(tokens, at) for at in determined)):
        if inner is None or not 0 < inner.start < inner.end <= len(tokens):
            continue
        words = tokens[inner.start : inner.end]
        text = mention.text[words[0].start - start : words[-1].end - start]
        yield Mention(text, words, max(0, min(inner.head, inner.end - 1) - inner.start))


def _is_part(words: frozenset[str], whole: frozenset[str]) -> bool:
    """ "Bauernverband" is part of "Landesbauernverband" """
    return all(any(longer.endswith(word) for longer in whole) for word in words)


def _words(name: str) -> frozenset[str]:
    """The words of the name, whatever their case: "Verbandes" is "Verband" """
    return frozenset(word.lower().removesuffix("s").removesuffix("e") for word in name.split())
