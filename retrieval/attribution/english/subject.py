"""The subject of an English clause: before its verb, behind it, or across an insertion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.attribution.english import verb_lists, words
from retrieval.attribution.english.finite import is_finite, readings
from retrieval.attribution.english.phrases import noun_phrase, with_apposition, without_description
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import Form

_STATEMENTS = frozenset(entry.partition(":")[0] for entry in verb_lists.STATEMENTS.split())
_LONGEST_NAME = 6  # tokens
_INSERTING = frozenset((",", "–", "—", "-"))


def subject(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """Who does what the clause's verb says."""
    if clause.verb is None:
        return None
    if clause.kind is ClauseKind.SUBORDINATE and clause.opener in words.RELATIVES and clause.start > 0:
        return _of_relative(sentence, clause, clause.verb.finite)
    if clause.verb.form is Form.GERUND:
        return _of_gerund(sentence, clause)
    return _of_finite(sentence, clause, clause.verb.finite)


def _of_relative(sentence: ParsedSentence, clause: Clause, verb: int) -> NounPhrase | None:
    """ "X, who said …": X; "in which X said …": X, too"""
    own = _in_front(sentence, clause.start + 1, verb) if clause.opener != "who" else None
    return own or _directly_before(sentence, clause) or _last(phrases(sentence.tokens, 0, clause.start))


def _directly_before(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """ "She wrote to X, who said …": the longest name that ends before the comma, behind a preposition as well"""
    found = _ending_before(sentence, clause)
    return found if found and any(token.capital for token in sentence.tokens[found.start : found.end]) else None


def _ending_before(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """The longest phrase that ends where the clause begins, or before the mark there."""
    end = clause.start - (not sentence.tokens[clause.start - 1].word)
    starts = range(max(0, end - _LONGEST_NAME), end)
    return next((p for at in starts if (p := noun_phrase(sentence.tokens, at)) and p.end == end), None)


def _host(sentence: ParsedSentence, fragment: Clause) -> NounPhrase | None:
    """ "after his neighbour, | a retired officer, | told him": whom an apposition with an article describes"""
    if fragment.start < 2 or sentence.lower(fragment.start) not in ("a", "an"):
        return None
    found = _ending_before(sentence, fragment)
    return found if found and sentence.lower(found.head) in words.PERSON else None


def _of_finite(sentence: ParsedSentence, clause: Clause, verb: int) -> NounPhrase | None:
    if front := _in_front(sentence, clause.start, verb):
        return front
    if _opens_with_coordinator(sentence, clause):
        return _inherited_subject(sentence, clause)
    behind = _behind(sentence, clause)
    if behind and _fills(sentence, clause, behind):
        return behind
    return _before_insertion(sentence, clause) or behind


def _in_front(sentence: ParsedSentence, start: int, verb: int) -> NounPhrase | None:
    """The last phrase before the verb; of "the experts I met said" the first, as "I" has a verb of its own"""
    front = list(phrases(sentence.tokens, start, verb))
    own = [phrase for phrase in front if phrase.end == verb or not is_finite(sentence.tokens, phrase.end)] or front
    if len(own) > 1 and _is_indefinite_apposition(sentence.tokens, own[-2], own[-1]):
        return own[-2]
    return own[-1] if own else None


def _is_indefinite_apposition(tokens: Sequence[SyntaxToken], host: NounPhrase, phrase: NounPhrase) -> bool:
    """ "his neighbour, | a retired officer, | told him" """
    commas = [tokens[at].form for at in (host.end, phrase.end) if at < len(tokens)]
    return host.end + 1 == phrase.start and commas == [",", ","] and tokens[phrase.start].lower in ("a", "an")


def phrases(tokens: Sequence[SyntaxToken], start: int, end: int) -> Iterator[NounPhrase]:
    """The phrases that can be subjects, past adverbs and prepositional phrases."""
    index = start
    while index < end:
        token = tokens[index]
        if not token.quoted and _stands_alone(tokens, index):
            yield NounPhrase(index, index + 1, index)
            index += 1
            continue
        skips = token.lower in words.PREPOSITIONS and not (token.capital and index > start)
        phrase = None if token.quoted else noun_phrase(tokens, index + skips)
        if phrase and phrase.end <= end and not skips and not _is_time(tokens, phrase):
            yield phrase
        index = min(phrase.end, end) if phrase else index + 1


def _is_time(tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> bool:
    """ "Monday night", and not "Julia May" """
    head = tokens[phrase.head]
    return head.lower in words.TIMES and not (head.form == "May" and phrase.start < phrase.head)


def _stands_alone(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "he said", "some argued" """
    if tokens[at].lower in words.SUBJECT_PRONOUNS:
        return True
    return tokens[at].lower in words.QUANTIFIERS and at + 1 < len(tokens) and is_finite(tokens, at + 1)


def _last(found: Iterator[NounPhrase]) -> NounPhrase | None:
    last = None
    for phrase in found:
        last = phrase
    return last


def _opens_with_coordinator(sentence: ParsedSentence, clause: Clause) -> bool:
    return bool({sentence.lower(clause.start), sentence.lower(clause.start + 1)} & words.COORDINATORS)


def _inherited_subject(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """ "X said this and criticised that": the second verb has the first one's subject"""
    earlier = [c for c in sentence.clauses if c.start < clause.start and c.verb and c.verb.form is not Form.GERUND]
    while len(earlier) > 1 and _cannot_go_on(earlier[-1], clause):
        earlier.pop()
    if earlier and sentence.tokens[clause.start - 1].word and not _is_said_of_a_thing(sentence, earlier[-1]):
        return subject(sentence, earlier[-1])  # no comma: "people who came and demanded …"
    same = [other for other in earlier if other.kind is clause.kind]
    return subject(sentence, same[-1]) if same else None


def _cannot_go_on(earlier: Clause, clause: Clause) -> bool:
    """ "X said | the yard would pay | but argued …": behind "would" it were "argue" """
    past = clause.verb is not None and clause.verb.form in (Form.PAST, Form.PAST_PLURAL)
    return past and earlier.verb is not None and bool(earlier.verb.modal)


def _is_said_of_a_thing(sentence: ParsedSentence, clause: Clause) -> bool:
    """ "She accepted | that the leak was real | but said …": no thing says what follows"""
    if clause.opener not in words.COMPLEMENTISERS or (own := subject(sentence, clause)) is None:
        return False
    noun = sentence.tokens[own.head]
    return not (noun.capital or noun.lower in words.SUBJECT_PRONOUNS | words.QUANTIFIERS) and not (
        noun.lower in words.PERSON or noun.lower in words.BODY or noun.lower in words.MEDIUM
    )


def _of_gerund(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """ "X mocked it, saying …": the subject of the main clause; "footage of X asking …": whom it stands behind"""
    before = _last(phrases(sentence.tokens, max(0, clause.start - _LONGEST_NAME), clause.start))
    if before and before.end == clause.start and sentence.tokens[before.end - 1].capital:
        return before
    main = [c for c in sentence.clauses if c.kind is ClauseKind.MAIN and c.verb and c.verb.form is not Form.GERUND]
    nearest = [c for c in main if c.start < clause.start][-1:] or [c for c in main if c.start > clause.start][:1]
    return subject(sentence, nearest[0]) if nearest else None


def _behind(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """ "…, said X": only where the verb opens the clause"""
    if clause.verb is None or any(token.word for token in sentence.tokens[clause.start : clause.verb.finite]):
        return None
    return next(phrases(sentence.tokens, clause.verb.head + 1, clause.end), None)


def _fills(sentence: ParsedSentence, clause: Clause, behind: NounPhrase) -> bool:
    """ "A full ferry, said X, is a danger": a verb of saying, a name and no more"""
    verb = clause.verb
    if verb is None or verb.lemma not in _STATEMENTS - words.ADDRESSED or behind.start != verb.head + 1:
        return False
    return behind.end >= clause.end - 1 and sentence.tokens[behind.end - 1].capital


def _before_insertion(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """ "X, head of the bank, said …", "“…,” X (the chairman) said": the phrase that the insertion hangs on"""
    tokens = sentence.tokens
    mark = tokens[clause.start - 1].form if clause.start else ""
    if mark == ")":
        opening = max((i for i in range(clause.start) if tokens[i].form == "("), default=0)
        host = next((c for c in sentence.clauses if c.start < opening <= c.end), None)
        return _last(phrases(tokens, host.start, opening)) if host else None
    if mark not in _INSERTING:
        return None
    chain = _chain(sentence, clause)
    for number, fragment in enumerate(chain):
        if fragment.kind is not ClauseKind.FRAGMENT or tokens[fragment.start].lower.endswith("ing"):
            continue  # "Speaking in Bonn, X, 60, said"
        if phrase := _host(sentence, fragment) or next(phrases(tokens, fragment.start, fragment.end), None):
            return _with_apposition(sentence, phrase, chain[number + 1 : number + 2])
    return None


def _chain(sentence: ParsedSentence, clause: Clause) -> list[Clause]:
    """The fragments and relative clauses directly before the clause, from the first fragment on."""
    chain: list[Clause] = []
    for other in reversed([c for c in sentence.clauses if c.start < clause.start]):
        quoted = any(token.quoted for token in sentence.tokens[other.start : other.end])
        if quoted or not _is_insertion(sentence, other):
            break
        chain.insert(0, other)
    while chain and chain[0].kind is not ClauseKind.FRAGMENT:
        chain.pop(0)
    return chain


def _is_insertion(sentence: ParsedSentence, clause: Clause) -> bool:
    """A fragment, a relative clause, or one that begins with a participle: "called to help by the mayor" """
    if clause.kind is ClauseKind.FRAGMENT or clause.verb is None:
        return clause.kind is ClauseKind.FRAGMENT
    if clause.kind is ClauseKind.SUBORDINATE:
        return clause.opener in words.RELATIVES
    front = [token for token in sentence.tokens[clause.start : clause.verb.finite] if token.word]
    opens = all(token.lower in words.COORDINATORS or words.is_adverb(token.lower) for token in front)
    return opens and any(r.form is Form.PARTICIPLE for r in readings(sentence.tokens[clause.verb.finite]))


def _with_apposition(sentence: ParsedSentence, phrase: NounPhrase, following: list[Clause]) -> NounPhrase:
    """ "the mayor, X, said": a short apposition is part of it, as it may hold the name"""
    if (whole := with_apposition(sentence.tokens, phrase)) != phrase:
        return whole
    inner = sentence.tokens[phrase.start : phrase.end]
    if not following or any(token.capital for token in inner[1:] or inner):
        return phrase
    second = following[0]
    name = without_description(sentence.tokens[second.start : second.end - 1])
    names = second.kind is ClauseKind.FRAGMENT and bool(name) and name[0].capital
    if names and second.end - second.start - 1 <= _LONGEST_NAME:
        return NounPhrase(phrase.start, second.end - 1, phrase.head)
    return phrase
