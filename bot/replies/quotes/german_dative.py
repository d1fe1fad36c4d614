"""Whom a German article reports, as "laut" takes it: in the dative, with its article.

mention                          speaker          laut …
er                               Thilo Brandt     Thilo Brandt
russischer Seite                 russische Seite  russischer Seite
Angaben der Stadtverwaltung      Stadtverwaltung  Angaben der Stadtverwaltung
das Unternehmen                  Unternehmen      dem Unternehmen
eine junge Frau                  junge Frau       einer jungen Frau
die Anwohner                     Anwohner         (none: nothing tells that these are several)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval import Attribution

# By these rules the mention stands behind a preposition, or before one, that governs the dative.
_DATIVE_RULES = frozenset({"source_preposition", "source_postposition", "it_says_in"})
_STATEMENT = re.compile(r"(Angaben|Darstellung|Aussagen?|Auskunft|Einschätzung|Schätzung|Mitteilung) d(?:er|es) ")

# Endings by which a noun is a feminine singular: its dative differs from its nominative by the article only. A noun
# that ends with -e or -in may be another ("der Zeuge", "der Termin"), unless "die" or "eine" stands before it.
_FEMININE = re.compile(r"(?:ung|[hk]eit|schaft|[ts]ion|tät|ei|wehr|wacht|stadt|bank|bahn|firma|presse|kammer)$", re.I)
_FEMININE_BEHIND_DIE = re.compile(rf"{_FEMININE.pattern}|(?:ik|ur|anz|enz|in|[^e]e|union|frau)$", re.I)
_PLURAL = re.compile(r"(?:innen|[^l]en|eln|ern)$")

# Masculine nouns that have -n or -en in every case but the nominative (Duden, "schwache Deklination").
_WEAK = re.compile(r"(?:[^m]ent|ant|ist|loge|soph|[^aeiou]e|kandidat|soldat|diplomat|demokrat)$", re.I)

# So have adjectives that are used as nouns; with -er they stand behind "ein" alone: "ein Sachverständiger".
_ADJECTIVAL = re.compile(
    r"\w*(?:sachverständig|angestellt|beamt|abgeordnet|vorsitzend|beauftragt|angehörig|beteiligt|verwandt|bekannt|"
    r"betroffen|verletzt|gesandt|vertraut|verantwortlich|geschädigt|angeklagt|verdächtig|beschuldigt|beschäftigt|jugendlich|"
    r"reisend|studierend|überlebend|geistlich|gelehrt)er",
    re.IGNORECASE,
)

_DETERMINER = re.compile(r"(der|die|das|dem|den|ein|eine|einem|einer) ", re.I)
_MARKS = "„“”»«\"'"
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:“”»]\s+|\n)$")
_BEFORE = 8  # code points in which that is seen
_POSSESSIVE = re.compile(r"(?:ihre?|seine?|deren|dessen|unsere?)\b", re.I)
_ADJECTIVE = re.compile(r"[a-zäöü]|\d{1,9}-")


class _Noun(NamedTuple):
    """A noun with the adjectives before it, and what follows."""

    adjectives: tuple[str, ...]
    head: str
    rest: tuple[str, ...]

    def behind(self, article: str, head: str = "") -> str:
        """In the dative, where all adjectives behind an article have the same ending."""
        declined = (re.sub(r"e[rsn]?$", "en", adjective) for adjective in self.adjectives)
        return " ".join([article, *declined, head or self.head, *self.rest])


def dative_of(said: Attribution, text: str) -> str | None:
    """The speaker as it stands behind "laut"; None when it cannot be told. `text` is the article's."""
    speaker, mention = said.speaker or "", said.mention or ""
    if _STATEMENT.match(mention) and mention.endswith(speaker):
        return mention
    if said.rule in _DATIVE_RULES and _noun_of(mention) == speaker:
        return mention[0].lower() + mention[1:]
    if said.rule in _DATIVE_RULES and mention == f"{speaker}n":
        return mention  # "laut Stadtwerken", of whom a list has the nominative
    for named in (mention, "" if mention == speaker else _named_in(text, speaker)):
        if _noun_of(named) == speaker:
            determiner, _, noun = named.partition(" ")
            return _in_dative(determiner.lower(), noun)
    if speaker[:1].islower():
        mention = mention[:1].lower() + mention[1:]  # "Informierten Kreisen zufolge" opens a sentence
    if _is_dative_phrase(mention, speaker):
        return mention
    return _in_dative_alone(speaker)


def _in_dative_alone(speaker: str) -> str | None:
    """The speaker of whom the article shows neither determiner nor case."""
    if _ADJECTIVAL.fullmatch(speaker):
        return f"einem {_weak(speaker)}"
    return None if _POSSESSIVE.match(speaker) or not speaker[:1].isupper() else speaker


def _noun_of(mention: str) -> str:
    """The mention without the article before it, and without quotation marks; empty when it has no article."""
    found = _DETERMINER.match(mention)
    return mention[found.end() :].strip(_MARKS) if found else ""


def _named_in(text: str, speaker: str) -> str:
    """The first place in the article that has an article before the speaker, unless its case is in doubt."""
    for found in re.finditer(rf"\b(das|ein|eine|einem|einer|dem|die|der) {re.escape(speaker)}\b", text, re.I):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if before.endswith(", "):  # a relative pronoun
            continue
        # "der Stadt" may be of the city, or in the city; a sentence opens with who does something.
        if found[1].lower() not in ("der", "die", "einer") or _OPENS_SENTENCE.search(before):
            return found[0]
    return ""


def _is_dative_phrase(mention: str, speaker: str) -> bool:
    """Whether it is the speaker's words with the endings of a dative: "russischer Seite", "informierten Kreisen"."""
    said, named = mention.split(), speaker.split()
    if len(said) != len(named) or len(said) < 2:
        return False
    nouns = all(one in (other, f"{other}n") for one, other in zip(said[1:], named[1:], strict=True))
    return nouns and said[0] in (f"{named[0]}r", f"{named[0]}m", f"{named[0]}n")


def _in_dative(determiner: str, noun: str) -> str | None:
    """The noun phrase in the dative, given the article that it has in the nominative."""
    words = noun.split(" ")
    count = next((at for at, word in enumerate(words) if not _ADJECTIVE.match(word)), 0)
    phrase = _Noun(tuple(words[:count]), words[count], tuple(words[count + 1 :]))
    declined: str | None
    match determiner:
        case "dem" | "den" | "einem" | "einer":
            declined = f"{determiner} {noun}"
        case "der" if _FEMININE.search(phrase.head):
            declined = f"der {noun}"
        case "der":
            declined = phrase.behind("dem", _weak(phrase.head))
        case "das":
            declined = phrase.behind("dem")
        case "ein":
            declined = phrase.behind("einem", _weak(phrase.head))
        case "eine":
            declined = phrase.behind("einer")
        case _ if _FEMININE_BEHIND_DIE.search(phrase.head):
            declined = phrase.behind("der")
        case _:
            declined = phrase.behind("den") if _PLURAL.search(phrase.head) else None
    return declined


def _weak(noun: str) -> str:
    if _ADJECTIVAL.fullmatch(noun):
        return f"{noun.removesuffix('r')}n"
    if not _WEAK.search(noun):
        return noun
    return f"{noun}n" if noun.endswith("e") else f"{noun}en"
