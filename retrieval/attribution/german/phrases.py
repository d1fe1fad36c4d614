"""German noun phrases: determiner, attributes, nouns, and what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.attribution.german import words
from retrieval.attribution.german.naming import is_personal
from retrieval.attribution.german.verbs.conjugation import verb_forms
from retrieval.attribution.german.verbs.readings import AUXILIARIES, readings
from retrieval.attribution.syntax.sentence import NounPhrase
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import Form
from retrieval.language.rules import words as listed

_ATTRIBUTE = re.compile(r"(?:e|en|er|es|em|\d\.?|ter|a)$")
_NAME_PARTICLES = listed("""
    und de van bin el al da di du la le von der den af abu ibn o zu ben dos del
""")
_FUNCTION_WORDS = (
    words.PREPOSITIONS | words.SUBORDINATORS | words.COORDINATORS | words.PERSONAL | words.ADVERBS
) - words.DETERMINERS
_THINGS = re.compile(r"(?:ungen|heiten|keiten|schaften|schriften|tionen|täten|nisse|gelder)$")
# What one makes or gives somebody: "bereitet Jost Brandt | Kopfzerbrechen".
_GIVEN = listed("""
    kopfzerbrechen sorgen freude hoffnung mut angst vorwürfe recht druck auskunft bescheid rückendeckung ärger probleme
    mühe schwierigkeiten hilfe unterstützung gewissheit klarheit aufschluss
""")
_SHORT_ADJECTIVE = re.compile(r"(?:(?<!nach)bar|lich|sam|isch|(?<!sc)haft)$")
_OPENING = frozenset((*"„»\"“«'‚", "''"))
_PLURAL_AUXILIARIES = listed("sind waren wurden werden seien würden")
_BEFORE_OWNER = 4  # tokens: "sind nach Angaben der"
_LONGEST_LIST = 10  # tokens
_LONGEST_ATTRIBUTES = 5
_LONGEST_TITLE = 7
_DEEPEST = 3
_LONGEST_NAME = 5


def noun_phrase(tokens: Sequence[SyntaxToken], at: int, *, subject: bool = False, depth: int = 0) -> NounPhrase | None:
    """The noun phrase that begins at token `at`: "der Sprecher der Polizei in Bonn", "die Zeitung „Die Welt“"."""
    if at >= len(tokens) or depth > _DEEPEST or (at == 0 and _opens_without_noun(tokens)):
        return None
    first = tokens[at].lower
    if subject and first in words.OBJECT_DETERMINERS and first not in words.SUBJECT_DETERMINERS:
        return None
    determined = first in words.DETERMINERS and not _is_name_start(tokens, at)
    start = at + 1 if determined or _is_opening_adjective(tokens, at) else at
    start = _past_attributes(tokens, start)
    end = _past_nouns(tokens, start)
    if end is None:
        return None
    head = _head(tokens, start, end)
    attached = end if _has_no_genitive(tokens, start, end) else _past_attachments(tokens, end, depth)
    return NounPhrase(at, attached, head)


def _opens_without_noun(tokens: Sequence[SyntaxToken]) -> bool:
    """ "Bemerkt hatte es …", "Unrettbar verloren seien …": a participle, or an adjective before one"""
    if tokens[0].lower in _FUNCTION_WORDS:
        return True
    if len(tokens) < 2 or tokens[1].capital:
        return False
    if _SHORT_ADJECTIVE.search(tokens[0].lower):
        return _can_be_participle(tokens[1])
    auxiliary = any(reading.lemma in AUXILIARIES for reading in readings(tokens[1]))
    return auxiliary and _can_be_participle(tokens[0]._replace(capital=False))


def _can_be_participle(token: SyntaxToken) -> bool:
    return any(reading.form is Form.PARTICIPLE for reading in readings(token))


def _is_opening_adjective(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "Besondere Probleme" opens a sentence; "Fischer sagten" has the ending of an adjective, but no noun follows"""
    if at > 0 or len(tokens) < 2 or tokens[0].lower not in words.ADJECTIVE:
        return False
    return tokens[1].capital or bool(_ATTRIBUTE.search(tokens[1].lower) and not is_verb(tokens[1].lower))


def _is_name_start(tokens: Sequence[SyntaxToken], at: int) -> bool:
    return tokens[at].capital and at > 0


def _past_attributes(tokens: Sequence[SyntaxToken], at: int) -> int:
    """Behind the adjectives: "die beiden erst gestern gewählten | Minister" """
    index = at
    while index < len(tokens) and index - at < _LONGEST_ATTRIBUTES:
        token = tokens[index]
        if index > 0 and tokens[index - 1].lower in words.DETERMINERS and (inner := _past_inner_phrase(tokens, index)):
            index = inner
            continue
        if token.capital or not token.word or token.lower in words.PREPOSITIONS:
            break
        if not _ATTRIBUTE.search(token.lower) or token.lower in words.PRONOUNS | words.ARTICLES:
            break
        if is_verb(token.lower) and tokens[index - 1].lower not in words.DETERMINERS:
            break
        index += 1
    return index


def _past_inner_phrase(tokens: Sequence[SyntaxToken], at: int) -> int | None:
    """ "einer [am Dienstag veröffentlichten] Mitteilung": behind an attribute that has a phrase of its own"""
    if tokens[at].lower not in words.PREPOSITIONS or tokens[at].capital:
        return None
    end = at + 1
    while end < min(len(tokens), at + _LONGEST_ATTRIBUTES) and not tokens[end].capital and tokens[end].word:
        end += 1
    while end < len(tokens) and tokens[end].capital:
        end += 1
    if end + 1 >= len(tokens) or not _PARTICIPLE_ATTRIBUTE.search(tokens[end].lower):
        return None
    if tokens[end + 1].capital or tokens[end + 1].form in _OPENING:
        return end + 1
    return None


_PARTICIPLE_ATTRIBUTE = re.compile(r"(?:t|n|nd)e[nrsm]?$")


def _past_nouns(tokens: Sequence[SyntaxToken], at: int) -> int | None:
    """Behind the nouns and names that begin at `at`; None when there is none."""
    index = at
    if index < len(tokens) and tokens[index].form in _OPENING:
        return _past_title(tokens, index)
    while index < len(tokens) and _continues_name(tokens, index, at):
        index += 1
    if index == at:
        return None
    while index + 1 < len(tokens) and tokens[index].form in _OPENING and not tokens[index + 1].quoted:
        closing = _past_title(tokens, index)
        if closing is None:
            break
        index = closing
    if index + 2 < len(tokens) and tokens[index].form == "(" and tokens[index + 2].form == ")":
        index += 3  # (SPD)
    return index


def _continues_name(tokens: Sequence[SyntaxToken], index: int, first: int) -> bool:
    token = tokens[index]
    if index > first and token.lower in words.PERSONAL:
        return False
    if token.capital and token.word:
        if index > first and (token.lower in words.WHEN or _ends_time(tokens, index)):
            return False
        if _is_counted(tokens, index, first) or _opens_list(tokens, index, first):
            return False
        return index == first or not (_stands_alone(tokens[index - 1]) or _is_object(tokens, index, first))
    if token.form in ("/", "&"):
        return index > first
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        index > first
        and token.lower in _NAME_PARTICLES
        and following is not None
        and following.capital
        and (
            token.lower not in ("und", "von", "der", "den", "zu")
            or (token.lower == "von" and _is_first_name_like(tokens, index, first))
        )
    )


def _is_counted(tokens: Sequence[SyntaxToken], index: int, first: int) -> bool:
    """ "Bisher haben vier Interessenten | Unterlagen": a number counts one noun, but "zwei Berliner Banken" """
    if not first or index != first + 1 or tokens[first - 1].lower not in words.COUNTING:
        return False
    return not (tokens[first].lower.endswith("er") or tokens[first].form.isupper())


def _opens_list(tokens: Sequence[SyntaxToken], index: int, first: int) -> bool:
    """ "Gestohlen wurden nach Angaben der Firma | Räder, Helme und Körbe": the verb's subject, and no name"""
    if index != first + 1 or first < _BEFORE_OWNER or tokens[first - 1].lower not in ("der", "des"):
        return False
    if tokens[first].lower not in words.BODY or tokens[first - 2].lower not in words.STATEMENT_NOUN:
        return False
    following = [token.lower for token in tokens[index + 1 : index + _LONGEST_LIST]]
    joined = following[:1] == ["und"] or (following[:1] == [","] and "und" in following)
    relative = following[1:2] and following[1] in words.RELATIVES
    return joined and not relative and tokens[first - 4].lower in _PLURAL_AUXILIARIES


def _ends_time(tokens: Sequence[SyntaxToken], index: int) -> bool:
    """ "in dieser Woche | Lea Brandt" """
    before = tokens[index - 1].lower
    return before in words.TIMES - {"zeit"} and tokens[index].lower not in words.TIMES


def _is_object(tokens: Sequence[SyntaxToken], index: int, first: int) -> bool:
    """ "So sammelt Karla Tönning | Unterschriften", "die EZB | Senkungen": things behind a name"""
    return (
        (index > first + 1 or (index > first and tokens[first].form.isupper()))
        and (tokens[index].lower in _GIVEN or bool(_THINGS.search(tokens[index].lower)))
        and not any(token.lower in words.BODY for token in tokens[max(first, index - 2) : index])
    )


def _stands_alone(token: SyntaxToken) -> bool:
    """ "Regierung", "Polizei": a name behind them is the object, "die Regierung | Norwegen" """
    return token.lower.endswith(
        ("regierung", "ministerium", "polizei", "staatsanwaltschaft", "organisationen", "behörden")
    )


def _is_first_name_like(tokens: Sequence[SyntaxToken], index: int, first: int) -> bool:
    """ "Ursula von der Leyen", but not "Präsident von Brasilien" """
    return (
        index - first >= 1
        and tokens[index - 1].lower not in words.PERSON
        and not tokens[index - 1].lower.endswith("in")
        and index - first >= 2
    )


def _past_title(tokens: Sequence[SyntaxToken], at: int) -> int | None:
    """Behind the closing mark of a title: „Die Welt“"""
    for index in range(at + 1, min(len(tokens), at + _LONGEST_TITLE + 2)):
        if not tokens[index].word and tokens[index].form not in ("-", "&", "/", ".", "!", ":"):
            return index + 1 if index > at + 1 and not tokens[at + 1].quoted else None
    return None


def _head(tokens: Sequence[SyntaxToken], start: int, end: int) -> int:
    """The noun that tells what is spoken of: the last of those before a name, else the last."""
    nouns = [i for i in range(start, end) if tokens[i].word and tokens[i].capital]
    typed = [i for i in nouns if tokens[i].lower in words.PERSON or tokens[i].lower in words.BODY]
    return typed[0] if typed else nouns[-1] if nouns else start


def _has_no_genitive(tokens: Sequence[SyntaxToken], start: int, end: int) -> bool:
    """ "sagt Karla Tönning | der Zeitung": no genitive hangs on a person's name"""
    return end < len(tokens) and tokens[end].lower in words.GENITIVE and is_personal(tokens[start:end])


def _past_attachments(tokens: Sequence[SyntaxToken], end: int, depth: int) -> int:
    """Behind genitives and prepositional attributes: "der Polizei", "von Amnesty International", "aus Bonn" """
    if tokens[end - 1].lower in words.DAYS | {"uhr"}:
        return end  # "am Dienstag der Richter"
    while end < len(tokens) and tokens[end - 1].word | (tokens[end - 1].form in '“”"«»)'):
        lower = tokens[end].lower
        if lower.endswith("er") and _is_genitive_attribute(tokens, end):
            attached = noun_phrase(tokens, end, depth=depth + 1)
        elif lower in words.GENITIVE and not tokens[end].capital:
            if lower == "der" and _is_nominative_attribute(tokens, end + 1):
                return end
            attached = noun_phrase(tokens, end, depth=depth + 1)
        elif lower in words.ATTACHING and not (tokens[end].capital or _is_adverbial(tokens, end)):
            attached = noun_phrase(tokens, end + 1, depth=depth + 1)
            if attached and _is_no_place(tokens, end, attached):
                return end
        else:
            return end
        if attached is None:
            return end
        end = attached.end
    return end


def _is_no_place(tokens: Sequence[SyntaxToken], at: int, attached: NounPhrase) -> bool:
    """Whether the phrase tells when, or what it was said in: "die Werft | im Mai", "ein Team | in der Zeitschrift" """
    if tokens[attached.head].lower in words.TIMES:
        return True
    noun = next((token.lower for token in tokens[attached.start : attached.end] if token.capital), "")
    return tokens[at].lower in ("in", "im") and noun in words.SAID_IN


def _is_adverbial(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "die Hersteller | im Schnitt", "Schätzung der Polizei | in die Höhe" """
    return tuple(token.lower for token in tokens[at : at + 2]) in words.ADVERBIAL | words.WHERETO


def _is_genitive_attribute(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "Angaben örtlicher Behörden": the ending is the genitive's, as no determiner is there to show it"""
    if tokens[at].capital or tokens[at].lower in words.DETERMINERS | words.PREPOSITIONS | words.PRONOUNS | {
        "wieder",
        "immer",
        "oder",
        "aber",
        "weiter",
        "bisher",
        "daher",
        "unter",
        "über",
        "hinter",
        "später",
        "sicher",
        "leider",
        "vorher",
        "jeder",
    }:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.capital and not tokens[at].quoted


def _is_nominative_attribute(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "der reichste": behind a genitive "der" it would be "der reichsten" """
    return at < len(tokens) and not tokens[at].capital and tokens[at].lower.endswith("e")


def with_apposition(tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> NounPhrase:
    """The phrase with the name behind its comma: "die Sprecherin der Werft, Gisela Brandt,"

    Behind an article another noun for what they are stands before the name: "ihr Gegner, der frühere Rat Uwe Seifert,"
    """
    start = phrase.end + 1
    if phrase.end >= len(tokens) or tokens[phrase.end].form != "," or tokens[phrase.head].lower not in words.PERSON:
        return phrase
    described = start < len(tokens) and tokens[start].lower in ("der", "die")
    start = _past_attributes(tokens, start + 1) if described else start
    end = start
    while end < min(len(tokens), start + _LONGEST_NAME) and tokens[end].capital and tokens[end].word:
        end += 1
    closed = end >= len(tokens) or not tokens[end].word or tokens[end].lower in words.PREPOSITIONS
    if described:
        named = end - start > 2 and (tokens[start].lower in words.PERSON or is_personal(tokens[start:end]))
        return NounPhrase(phrase.start, end, phrase.head) if closed and named else phrase
    named = end - start >= 2 or (end > start and tokens[start].lower in words.PERSON)
    return NounPhrase(phrase.start, end, phrase.head) if closed and named else phrase


def is_time(tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> bool:
    """ "Anfang der Woche", "Montag" """
    return tokens[phrase.head].lower in words.TIMES or tokens[phrase.end - 1].lower in words.TIMES


def is_verb(lower: str) -> bool:
    """Whether the word is a listed verb form."""
    return lower in verb_forms()
