"""English noun phrases: determiner, attributes, nouns, and what hangs on them."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.attribution.english import words
from retrieval.attribution.english.finite import is_finite, is_gerund
from retrieval.attribution.syntax.first_names import gender_of_first_name
from retrieval.attribution.syntax.sentence import NounPhrase
from retrieval.attribution.syntax.tokens import SyntaxToken

_FUNCTION_WORDS = (
    words.PREPOSITIONS
    | words.PRONOUNS
    | words.SUBORDINATORS
    | words.COORDINATORS
    | frozenset({"not", "there", "to", "according"})
)
_OPENING = frozenset((*'“"‘«', "''"))
_LONGEST_TITLE = 7
_LONGEST_PHRASE = 9
_DEEPEST = 3
_LONGEST_NAME = 6  # tokens


def noun_phrase(tokens: Sequence[SyntaxToken], at: int, depth: int = 0) -> NounPhrase | None:
    """The noun phrase that begins at token `at`: "a spokesman for the ministry", "Prime Minister Jane Roe"."""
    if at >= len(tokens) or depth > _DEEPEST:
        return None
    start = at + 1 if tokens[at].lower in words.DETERMINERS else at
    end = _past_nouns(tokens, start)
    if end == start:
        return None
    return NounPhrase(at, _past_attachments(tokens, end, depth), _head(tokens, start, end))


def _past_nouns(tokens: Sequence[SyntaxToken], start: int) -> int:
    if start < len(tokens) and tokens[start].form in _OPENING and not tokens[min(start + 1, len(tokens) - 1)].quoted:
        return _past_title(tokens, start)
    end = start
    if 0 < start < len(tokens) and _is_time(tokens[start]) and tokens[start - 1].lower in words.PREPOSITIONS:
        return start + 1  # "in June Ashby asked"
    while end < len(tokens) and end - start < _LONGEST_PHRASE and _is_part(tokens, end, start):
        end += 1
    return _past_second_half(tokens, start, end) or end


def _past_second_half(tokens: Sequence[SyntaxToken], start: int, end: int) -> int | None:
    """Behind "and Wildlife Department" where the office begins with "the Fish": one name, which "the" opens"""
    if not 0 < start < end or tokens[start - 1].lower != "the" or end + 2 >= len(tokens):
        return None
    first, other = tokens[end - 1], tokens[end + 1 : end + 3]
    plain = first.capital and not first.form.isupper() and first.lower not in words.BODY
    single = end - start == 1 or not tokens[end - 2].capital
    office = tokens[end].lower == "and" and all(t.capital for t in other) and other[1].lower in words.OFFICES
    return end + 3 if plain and single and office else None


def _past_title(tokens: Sequence[SyntaxToken], start: int) -> int:
    for index in range(start + 1, min(len(tokens), start + _LONGEST_TITLE)):
        if not tokens[index].word:
            return index + 1
    return start


def _is_part(tokens: Sequence[SyntaxToken], at: int, start: int) -> bool:
    token = tokens[at]
    if not token.word or token.quoted or token.lower in words.DETERMINERS:
        return False
    if words.is_subject_pronoun(token.lower) or _ends_with_surname(tokens, at, start):
        return False
    if token.lower in ("says", "said") and is_finite(tokens, at):
        return False
    if token.capital and (at > 0 or token.lower not in _FUNCTION_WORDS | words.ADVERBS):
        named = token.form == "May" or token.lower in words.SPANS  # "Julia May", "the Ten Minutes Diner"
        return not (at > start and _is_time(token)) or (named and tokens[at - 1].capital)
    if token.lower in _FUNCTION_WORDS or words.is_adverb(token.lower):
        return False
    return not is_finite(tokens, at) and not is_gerund(tokens, at)


def _ends_with_surname(tokens: Sequence[SyntaxToken], at: int, start: int) -> bool:
    """ "Mr. Ashby | mulls it over": behind a surname with "Mr." no noun follows"""
    before = tokens[at - 1]
    titled = tokens[start].lower in words.COURTESY and at > start + 1 and before.capital
    return titled and not tokens[at].capital and not before.lower.endswith(("'s", "’s"))


def _is_time(token: SyntaxToken) -> bool:
    return token.lower in words.TIMES


def _head(tokens: Sequence[SyntaxToken], start: int, end: int) -> int:
    nouns = [index for index in range(start, end) if tokens[index].word]
    typed = [i for i in nouns if tokens[i].lower in words.PERSON or tokens[i].lower in words.BODY]
    return typed[-1] if typed else nouns[-1] if nouns else start


def _past_attachments(tokens: Sequence[SyntaxToken], end: int, depth: int) -> int:
    """Behind "of the union", "for the ministry" """
    while end + 1 < len(tokens) and tokens[end].lower in words.ATTACHING:
        attached = noun_phrase(tokens, end + 1, depth + 1)
        if attached is None or tokens[attached.head].lower in words.TIMES:
            return end
        if tokens[end].lower != "of" and tokens[attached.head].lower in words.OCCASIONS:
            return end
        end = attached.end
    return end


def with_apposition(tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> NounPhrase:
    """The phrase with the name between commas behind it: "the curate, the Rev Simon Tull," """
    inner = tokens[phrase.start : phrase.end]
    named = any(token.capital and token.lower not in words.PERSON for token in inner[1:] or inner)
    if (named and not _is_somebodys(inner)) or phrase.end >= len(tokens) or tokens[phrase.end].form != ",":
        return phrase
    start = phrase.end + 1
    titled = start + 1 < len(tokens) and tokens[start].lower == "the" and tokens[start + 1].lower in words.PERSON
    end = at = start + 1 if titled else start
    while end < min(len(tokens), at + _LONGEST_NAME) and tokens[end].capital and not tokens[end].quoted:
        end += 1
    closed = end >= len(tokens) or not tokens[end].word
    goes_on = end + 1 < len(tokens) and tokens[end + 1].lower in words.COORDINATORS  # a list of people
    name = tokens[at:end]
    if named and gender_of_first_name(name[:1]) is None:
        return phrase
    if len(name) < 2 or not closed or goes_on or not _can_be_named(tokens[phrase.head], name):
        return phrase
    return NounPhrase(phrase.start, end, phrase.head)


def without_description(tokens: Sequence[SyntaxToken]) -> Sequence[SyntaxToken]:
    """The name in "retired postman | Clive Amory"; all of it when no noun for a person stands before the name."""
    last = max((at for at, token in enumerate(tokens) if not token.capital), default=-1)
    return tokens[last + 1 :] if last >= 0 and words.is_job(tokens[last].lower) else tokens


def _is_somebodys(inner: Sequence[SyntaxToken]) -> bool:
    """ "a Blueline spokeswoman": whose they are is named, and they are not"""
    return not inner[-1].capital and inner[-1].lower in words.PERSON


def _can_be_named(noun: SyntaxToken, name: Sequence[SyntaxToken]) -> bool:
    """Whether the noun is for a person, or the name is a person's."""
    lower = noun.lower
    person = lower in words.PERSON or name[0].lower in words.PERSON or gender_of_first_name(name[:-1]) is not None
    return person or (lower.endswith(words.JOB_ENDINGS) and lower not in words.BODY)
