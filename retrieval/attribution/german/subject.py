"""The subject of a German clause: by case, by number, and by where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.attribution.german import words
from retrieval.attribution.german.phrases import is_time, is_verb, noun_phrase
from retrieval.attribution.german.speaker_names import is_somebody
from retrieval.attribution.german.verbs import verb_lists
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.subjects import before_insertion
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import Form

_SUBJECT_PRONOUNS = frozenset({"er", "sie", "es", "man", "wir", "ich"})
_DEMONSTRATIVE_SPEAKERS = frozenset(
    {"dieser", "diese", "letzterer", "letztere", "ersterer", "beide", "mehrere", "viele", "einige"}
)
_OPENING = frozenset((*'„»"“', "''"))
_OF_SAYING = frozenset((verb_lists.STATEMENTS + verb_lists.REACTIONS + verb_lists.SPEECH_ACTS).replace("|", "").split())
_REACH = 16


def subject(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """Who does what the clause's verb says, None when nobody is found.

    In order: the antecedent of a relative pronoun; a pronoun behind the verb ("Die Reise beschrieb er als …");
    the phrase in front of the verb, be it cut off by an apposition ("X, Chef der Bank, sagte"); the first phrase
    behind the verb that can be a nominative.
    """
    if clause.verb is None:
        return None
    tokens, verb = sentence.tokens, clause.verb.finite
    if clause.kind is ClauseKind.SUBORDINATE:
        return _in_subordinate(sentence, clause, verb)
    front = _front(sentence, clause, verb)
    if front and not _fits(tokens, front, clause):
        behind = _behind(tokens, verb, clause.end, plural=_is_plural(clause))
        front = behind if behind and _fits(tokens, behind, clause) and _is_better(tokens, behind, front) else front
    if (behind := _pronoun_behind(tokens, verb)) and not (front and tokens[front.head].lower in _SUBJECT_PRONOUNS):
        return behind
    return front or _behind(tokens, verb, clause.end, plural=_is_plural(clause))


def noble_name(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """ "Von der Tann betonte, …", "…, sagte von der Tann": a verb of saying that has no other subject"""
    tokens, verb = sentence.tokens, clause.verb
    if verb is None or verb.passive or clause.kind is not ClauseKind.MAIN or verb.lemma not in _OF_SAYING:
        return None
    for at in range(clause.start, clause.end - 1):
        if tokens[at].lower in ("von", "van") and at in (clause.start, verb.finite + 1):
            name = at + 1 + (tokens[at + 1].lower in words.ARTICLES)
            if name < clause.end and tokens[name].capital and not can_speak(tokens, NounPhrase(at, name + 1, name)):
                return NounPhrase(at, name + 1, name)
    return None


def named_before(sentence: ParsedSentence, clause: Clause, found: NounPhrase) -> NounPhrase:
    """ "Uwe Seifert, Leiter der Werft sagte …": the name, though the comma behind the apposition is missing"""
    tokens = sentence.tokens
    if clause.start < 2 or found.start > clause.start + 1 or tokens[found.head].lower not in words.PERSON:
        return found
    before = next((c for c in sentence.clauses if c.end == clause.start), None)
    if before is None or before.kind is not ClauseKind.FRAGMENT or tokens[before.end - 1].form != ",":
        return found
    name = tokens[before.start : before.end - 1]
    named = len(name) > 1 and all(t.capital and t.lower not in words.PREPOSITIONS for t in name)
    named = named and name[0].lower not in words.DETERMINERS  # "Den Pokal, erzählt der Großvater, …"
    return NounPhrase(before.start, before.end - 1, before.end - 2) if named else found


def _fits(tokens: Sequence[SyntaxToken], phrase: NounPhrase, clause: Clause) -> bool:
    """Whether the phrase agrees with the verb, and is no thing where somebody must be meant."""
    plural = _is_plural(clause)
    if plural is not None and not agrees(tokens, phrase, plural=plural):
        return False
    if clause.verb is None or clause.verb.lemma not in _OF_SAYING:
        return True
    noun = tokens[phrase.head].lower
    return tokens[phrase.start].lower in _SUBJECT_PRONOUNS or can_speak(tokens, phrase) or noun not in words.THING


def _is_better(tokens: Sequence[SyntaxToken], behind: NounPhrase, front: NounPhrase) -> bool:
    """A thing with an article is likelier a subject than one without: "Die Stadtreinigung äußerte Zweifel" """
    bare = tokens[behind.start].lower not in words.DETERMINERS and len(tokens[behind.start : behind.end]) == 1
    if not bare or tokens[front.start].lower not in ("der", "die", "das"):
        return True
    return can_speak(tokens, behind)


def can_speak(tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> bool:
    """Whether a noun of the phrase is one for people, media or bodies."""
    return any(
        token.lower in words.PERSON or token.lower in words.BODY or token.lower in words.MEDIUM
        for token in tokens[phrase.start : phrase.head + 1]
        if token.capital
    )


def _is_plural(clause: Clause) -> bool | None:
    """Whether the verb is in the plural; None when its form does not tell."""
    if clause.verb is None or clause.verb.form in (Form.REPORTING, Form.UNREAL):
        return None
    return clause.verb.form in (Form.PLURAL, Form.PAST_PLURAL)


def _in_subordinate(sentence: ParsedSentence, clause: Clause, verb: int) -> NounPhrase | None:
    tokens = sentence.tokens
    first = next((i for i in range(clause.start, clause.end) if tokens[i].lower == clause.opener), clause.start)
    at = first + 1
    if clause.opener in words.RELATIVES and clause.start > 0:
        within = _first_nominative(tokens, at, verb, plural=_is_plural(clause))
        antecedent = _antecedent(sentence, clause.start)
        if within is None:
            return antecedent
        if antecedent and _is_object(tokens, within, antecedent, clause):
            return antecedent
        woman = clause.opener == "der" and antecedent is not None and tokens[antecedent.start].lower in ("die", "eine")
        return antecedent if clause.opener in ("der", "welcher", "wer") and not woman else within
    return _first_nominative(tokens, at, verb, plural=_is_plural(clause))


def _is_object(tokens: Sequence[SyntaxToken], within: NounPhrase, antecedent: NounPhrase, clause: Clause) -> bool:
    """ "die Werft, | die jedes dritte Boot baut": a thing without article behind the pronoun, and somebody before it"""
    opening, plural = tokens[within.start], _is_plural(clause)
    if opening.lower in _SUBJECT_PRONOUNS or (plural is not None and not agrees(tokens, antecedent, plural=plural)):
        return False
    if clause.verb and clause.verb.lemma == "sein":
        return True  # "die Molkerei, die die älteste im Land ist"
    somebody = can_speak(tokens, antecedent) or is_somebody(tokens[antecedent.head].form)
    return somebody and not (opening.capital or can_speak(tokens, within) or is_somebody(tokens[within.head].form))


def _antecedent(sentence: ParsedSentence, border: int) -> NounPhrase | None:
    """The noun phrase that ends where the relative clause begins."""
    tokens = sentence.tokens
    last = border - 1
    while last >= 0 and not tokens[last].word:
        last -= 1
    best = None
    for start in range(last, max(-1, last - 12), -1):
        if not tokens[start].word and tokens[start].form not in '„“»«"':
            break
        phrase = noun_phrase(tokens, start)
        if phrase and phrase.end > last:
            best = phrase
            if (
                tokens[start].lower in words.DETERMINERS
                and tokens[start - 1].lower not in words.ATTACHING
                and tokens[start].lower not in words.GENITIVE
            ):
                break
    return best


def _front(sentence: ParsedSentence, clause: Clause, verb: int) -> NounPhrase | None:
    """The phrase in front of the verb of a main clause."""
    tokens = sentence.tokens
    start = clause.start
    while start < verb and not tokens[start].word and tokens[start].form not in _OPENING:
        start += 1
    if start == verb:
        return _before_insertion(sentence, clause)
    for phrase in _phrases(tokens, start, verb):
        return phrase
    return None


def _before_insertion(sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
    """ "X, Chef der Bank, | sagte": an insertion needs two commas; „Das“, | sagt X has none"""
    inserted = sum(other.start < clause.start for other in sentence.clauses) > 1
    return before_insertion(sentence, clause, _phrases) if inserted else None


def _phrases(tokens: Sequence[SyntaxToken], start: int, end: int) -> Iterator[NounPhrase]:
    """The phrases from `start` to `end` that can be subjects, past adverbs and prepositional phrases."""
    index = start
    while index < end:
        token = tokens[index]
        if token.quoted or (not token.word and token.form not in _OPENING):
            index += 1
        elif token.lower == "als":
            skipped = noun_phrase(tokens, index + 1)
            index = skipped.end if skipped else index + 1
        elif token.lower in _SUBJECT_PRONOUNS:
            yield NounPhrase(index, index + 1, index)
            index += 1
        elif token.lower in words.PREPOSITIONS and not (token.capital and index > start):
            skipped = noun_phrase(tokens, index + 1)
            index = _past_second(tokens, skipped.end, end) if skipped else index + 1
        elif (index == 0 and _is_predicative(tokens)) or (
            words.is_adverb(token.lower) and not _is_name(tokens, index) and token.lower not in words.DETERMINERS
        ):
            index += 1
        else:
            phrase = noun_phrase(tokens, index, subject=True)
            if phrase and phrase.end <= end and not is_time(tokens, phrase):
                yield phrase
                index = phrase.end
            elif token.lower in _DEMONSTRATIVE_SPEAKERS and phrase is None:
                yield NounPhrase(index, index + 1, index)
                index += 1
            else:
                skipped = phrase or noun_phrase(tokens, index)
                index = skipped.end if skipped else index + 1


def _past_second(tokens: Sequence[SyntaxToken], at: int, end: int) -> int:
    """Behind the second noun of "über brennende Augen | und Husten", "für Gerüste | und einen Kran" """
    second = noun_phrase(tokens, at + 1) if at + 1 < end and tokens[at].lower == "und" else None
    if second is None:
        return at
    alone = second.end == end  # no more before the verb: all of it is one phrase
    return second.end if alone or (tokens[at + 1].capital and not can_speak(tokens, second)) else at


def _is_predicative(tokens: Sequence[SyntaxToken]) -> bool:
    """ "Besorgt zeigte sich …", "Überraschend sprach sich …": an adjective, though its letter is a capital"""
    if len(tokens) < 2 or tokens[0].lower not in words.LIKE_PARTICIPLE:
        return False
    attached = tokens[0].lower.endswith("end") and tokens[1].lower in words.PREPOSITIONS  # "Passend zum Fest"
    return attached or (not tokens[1].capital and is_verb(tokens[1].lower))


def _is_name(tokens: Sequence[SyntaxToken], index: int) -> bool:
    """A capital that opens the sentence and is an adverb elsewhere, but has a name behind it: "Heute Journal" """
    return tokens[index].capital and index > 0 and tokens[index - 1].word


def _pronoun_behind(tokens: Sequence[SyntaxToken], verb: int) -> NounPhrase | None:
    at = verb + 1
    if at < len(tokens) and tokens[at].lower == "sich":
        at += 1
    if at < len(tokens) and tokens[at].lower in ("er", "sie", "man", "wir") and not tokens[at].quoted:
        return NounPhrase(at, at + 1, at)
    return None


def _behind(tokens: Sequence[SyntaxToken], verb: int, end: int, *, plural: bool | None) -> NounPhrase | None:
    return _first_nominative(tokens, verb + 1, min(end, verb + _REACH), plural=plural)


def _first_nominative(tokens: Sequence[SyntaxToken], start: int, end: int, *, plural: bool | None) -> NounPhrase | None:
    """The first phrase that can be a subject and agrees in number with the verb; the first at all if none agrees."""
    found = list(_phrases(tokens, start, end))
    agreeing = [p for p in found if plural is None or agrees(tokens, p, plural=plural)]
    if len(agreeing) > 1 and tokens[agreeing[0].start].lower == "es" and can_speak(tokens, agreeing[1]):
        return agreeing[1]  # "Anders sieht es die Reederin"
    return agreeing[0] if agreeing else found[0] if found else None


def agrees(tokens: Sequence[SyntaxToken], phrase: NounPhrase, *, plural: bool) -> bool:
    """Whether the phrase, by its determiner, can be the subject of a verb in that number."""
    first, noun = tokens[phrase.start].lower, tokens[phrase.head].lower
    if plural:
        return first not in ("der", "das", "ein", "eine", "er", "es", "dieser", "man")
    if noun.endswith(("ungen", "heiten", "keiten", "schaften", "tionen", "innen")):
        return False
    return first not in ("mehrere", "einige", "viele", "zahlreiche", "zwei", "drei", "beide", "alle", "wir")
