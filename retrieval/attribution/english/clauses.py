"""English clauses: where they begin and end, and what their verbs are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from retrieval.attribution.english import verb_lists, words
from retrieval.attribution.english.finite import SPLITTING, is_finite, is_gerund, readings
from retrieval.attribution.english.phrases import noun_phrase
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, VerbGroup
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import FINITE, Form

_MODALS = frozenset(verb_lists.MODALS.split())
_STATEMENTS = frozenset(entry.partition(":")[0] for entry in verb_lists.STATEMENTS.split())
_OF_SAYING = _STATEMENTS | frozenset(entry.partition(":")[0] for entry in verb_lists.SPEECH_ACTS.split())
_FOLLOWING = {"be": (Form.PARTICIPLE, Form.GERUND), "have": (Form.PARTICIPLE, Form.GERUND), "do": (Form.PLURAL,)}
_LONGEST_VERB_GROUP = 5  # tokens
_ADVERBIAL = words.SOMETIMES_SPLITTING | frozenset({"when", "while", "because"})
_SHORTEST_CONTENT = 3  # words: "said a prayer" tells nothing


def clauses(tokens: Sequence[SyntaxToken]) -> tuple[Clause, ...]:
    """The clauses between unquoted commas and the like, before "that" and behind a verb of saying: "said | it was"."""
    borders = {0: False}
    for at, said in _borders(tokens):
        borders[at] = borders.get(at, False) or said
    ends = sorted({*borders, len(tokens)})
    stretches = [(start, end) for start, end in pairwise(ends) if any(t.word for t in tokens[start:end])]
    return tuple(_clause(tokens, start, end, said=borders[start]) for start, end in stretches)


def _borders(tokens: Sequence[SyntaxToken]) -> Iterator[tuple[int, bool]]:
    """Where clauses begin, and whether the one that begins there is what a verb of saying has beside it."""
    for index, token in enumerate(tokens):
        if token.quoted:
            continue
        if (
            token.form in SPLITTING
            or token.form == "-"
            or (not token.word and index and tokens[index - 1].quoted and not tokens[index - 1].word)
        ):
            yield index + 1, False
        elif index and (_opens(tokens, index) or _coordinates(tokens, index) or _says_beside(tokens, index)):
            yield index, False
        if _says(tokens, index) and (said := _start_of_said(tokens, index)):
            yield said, tokens[said].lower != "to"


def _opens(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "that …", "when …", and "after …" where a clause follows rather than a noun phrase"""
    if tokens[at].lower not in words.SOMETIMES_SPLITTING:
        return tokens[at].lower in words.SPLITTING
    if tokens[at - 1].lower in words.RELATIVES:
        return False
    phrase = noun_phrase(tokens, at + 1)
    behind = phrase.end if phrase else at + 2
    return behind < len(tokens) and is_finite(tokens, behind)


def _coordinates(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "… and criticised", "… but later said": a second verb with the same subject"""
    if tokens[at].lower not in words.COORDINATORS:
        return False
    verb = at + 2 if at + 2 < len(tokens) and words.is_adverb(tokens[at + 1].lower) else at + 1
    return verb < len(tokens) and is_finite(tokens, verb)


def _says_beside(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "released a statement | saying that …": a gerund of saying is a clause of its own"""
    if not is_gerund(tokens, at):
        return False
    of = _OF_SAYING if at == 0 or not tokens[at - 1].word else words.SAYING
    return any(r.lemma in of for r in readings(tokens[at]))


def _says(tokens: Sequence[SyntaxToken], at: int) -> bool:
    if not any(r.lemma in _OF_SAYING for r in readings(tokens[at])):
        return False
    return is_finite(tokens, at) or is_gerund(tokens, at) or _in_verb_group(tokens, at)


def _in_verb_group(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """has said, is saying, would say"""
    before = at - 1
    while before > 0 and (words.is_adverb(tokens[before].lower) or tokens[before].lower in ("been", "not")):
        before -= 1
    return before >= 0 and tokens[before].lower in words.AUXILIARIES


def _start_of_said(tokens: Sequence[SyntaxToken], verb: int) -> int | None:
    """Where a clause without "that" begins: "said | the ferry was full", "told reporters | it sank"

    Whatever its own verb is, it is one: a name or a pronoun, and more words behind that.
    """
    start = _past_addressee(tokens, verb)
    end = next((i for i in range(start, len(tokens)) if tokens[i].form in SPLITTING or tokens[i].quoted), len(tokens))
    if start < end and tokens[start].lower in words.INTERROGATIVES:
        return start
    if start >= end or tokens[start].lower in words.SPLITTING | words.COORDINATORS:
        return None
    if tokens[start].lower == "to":
        return start  # promised | to come
    lemmas = {reading.lemma for reading in readings(tokens[verb])} & _STATEMENTS
    if not lemmas:
        return None
    if any(is_finite(tokens, index) for index in range(start + 1, _end_of_object(tokens, start, end))):
        return start
    follows = verb and tokens[verb - 1].word  # "…, said X of the union" only names X
    subject = words.is_subject_pronoun(tokens[start].lower) or noun_phrase(tokens, start) is not None
    fits = follows and subject and not lemmas & words.WITH_OBJECT
    return start if fits and end - start >= _SHORTEST_CONTENT else None


def _end_of_object(tokens: Sequence[SyntaxToken], start: int, end: int) -> int:
    """Before a second verb and before "as …": "indicates a tight race | as X gains" has no clause yet."""
    borders = (
        at
        for at in range(start + 1, end)
        if _coordinates(tokens, at) or (tokens[at].lower in _ADVERBIAL and _opens(tokens, at))
    )
    return next(borders, end)


def _past_addressee(tokens: Sequence[SyntaxToken], verb: int) -> int:
    """Behind "told reporters", "said Monday", "said on Tuesday" """
    start = verb + 1
    if any(r.lemma in words.ADDRESSED for r in readings(tokens[verb])):
        addressed = noun_phrase(tokens, start)
        start = addressed.end if addressed else start + (tokens[start : start + 1] != () and _is_object(tokens, start))
    while start < len(tokens) and (tokens[start].lower in words.TIMES or words.is_adverb(tokens[start].lower)):
        if tokens[start].lower == "there":
            break
        start += 1
    if start + 1 < len(tokens) and tokens[start].lower == "on" and tokens[start + 1].lower in words.TIMES:
        start += 2
    return start


def _is_object(tokens: Sequence[SyntaxToken], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in words.OBJECT_PRONOUNS


def _clause(tokens: Sequence[SyntaxToken], start: int, end: int, *, said: bool) -> Clause:
    first = start
    while first < end and (not tokens[first].word or tokens[first].lower in words.COORDINATORS):
        first += 1
    opener = tokens[first].lower if first < end and not tokens[first].quoted else ""
    at = _verb(tokens, first, end)
    if at is None and opener in words.COMPLEMENTISERS:
        return Clause(start, end, ClauseKind.SUBORDINATE, opener, None)
    if at is None:
        return Clause(start, end, ClauseKind.MAIN if said else ClauseKind.FRAGMENT, opener, None)
    kind = ClauseKind.SUBORDINATE if opener in words.SUBORDINATORS and not said else ClauseKind.MAIN
    return Clause(start, end, kind, opener, _verb_group(tokens, at, end))


def _verb(tokens: Sequence[SyntaxToken], first: int, end: int) -> int | None:
    """The first finite verb; of "the experts I met said" the second."""
    found = [index for index in range(first, end) if is_finite(tokens, index)]
    if not found:
        return first if first < end and _says_beside(tokens, first) else None
    return found[1] if found[0] > first and found[1:2] == [found[0] + 1] else found[0]


def _verb_group(tokens: Sequence[SyntaxToken], at: int, end: int) -> VerbGroup:
    """said; has said; is saying; was told; is quoted; would say"""
    finite = next((reading for reading in readings(tokens[at]) if reading.form in FINITE), readings(tokens[at])[0])
    if finite.lemma not in _MODALS | {"be", "have", "do"}:
        return VerbGroup(at, at, finite.lemma, finite.form)
    modal = finite.lemma if finite.lemma in _MODALS else None
    passive = finite.lemma == "be"
    forms = _FOLLOWING.get(finite.lemma, (Form.PARTICIPLE, Form.PLURAL, Form.GERUND))
    for index in range(at + 1, min(end, at + _LONGEST_VERB_GROUP)):
        if tokens[index].lower == "been":
            passive = True
            continue
        if tokens[index].lower in words.BEFORE_NOUNS:
            break
        content = next((r for r in readings(tokens[index]) if r.form in forms), None)
        if content and content.lemma not in ("be", "have"):
            participle = any(r.form is Form.PARTICIPLE for r in readings(tokens[index]))
            return VerbGroup(at, index, content.lemma, finite.form, passive and participle, modal)
    return VerbGroup(at, at, finite.lemma, finite.form, False, modal)
