"""German names in the nominative, without determiner and title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retrieval.attribution.german import words
from retrieval.attribution.german.genders import gender_of_noun
from retrieval.attribution.german.naming import (
    QUOTES,
    core,
    is_body,
    is_common,
    is_occupation,
    is_title,
    without_weak_ending,
)
from retrieval.attribution.syntax.first_names import gender_of_first_name
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.tokens import SyntaxToken

_AGE = re.compile(r"jährige[rnms]?$")
_BEHIND_NAMES = frozenset({",", "von", "vom"})
_WHERE = frozenset({"in", "im", "aus", "bei", "beim"})
# "Polizeiangaben" are of the police.
_STATEMENTS_OF = re.compile(
    r"(?P<who>\w*(?:polizei|feuerwehr|behörden|regierung|unternehmen|veranstalter|hersteller|betreiber|kirchen|"
    r"zeugen))s?angaben$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?P<attribute>[A-ZÄÖÜ]\w+)\s(?=[A-ZÄÖÜ])")
_OF_NAMES = re.compile(r"(?:oberst|höchst|vereint|vereinigt|deutsch)e[nr]?$")
_INDEFINITE = frozenset({"einem", "einer"})
_CIRCLES = re.compile(r"(?:kreise|seite|stelle|quelle)n?$")  # nobody is named so
_SEVERAL = re.compile(r"(?:beobachter|experte|behörde|leute)n?$")
_STRONG_ENDING = re.compile(r"(?:e[nrms]?)$")
_ENDINGS = ("", "e", "en", "er", "em", "es")
_GENITIVE_DETERMINERS = frozenset({"des", "eines", "ihres", "seines", "dieses"})
# Behind "des": "Tribunals", "Verbandes"; "Virus" and "Gebäudes" are left as they are, and what ends with an s of its
# own ("Fonds").
_GENITIVE = re.compile(
    r"(?![\w-]*(?:[Ff]onds|[KkCc]orps|[Kk]urs|[Kk]onsens)$)"
    r"(?:(?P<strong>(?!Ge)[\w-]+[dtzsßfbgkh])es|(?P<bare>[\w-]+[^\Wsßzxuaie])s)"
)
_MASCULINE_OBLIQUE = frozenset({"einem", "eines"})  # behind "dem" and "des" the list has what stands behind "der"
# Adjectives that are used as nouns: "ein Sachverständiger", "eines Sachverständigen".
_ADJECTIVAL = re.compile(
    r"(?P<bare>\w*(?:sachverständig|angestellt|beamt|abgeordnet|vorsitzend|beauftragt|angehörig|beteiligt|verwandt|bekannt|"
    r"betroffen|verletzt|gesandt|vertraut|verantwortlich|geschädigt|angeklagt|verdächtig|beschuldigt|beschäftigt|jugendlich|"
    r"reisend|studierend|überlebend|geistlich|gelehrt))en",
    re.IGNORECASE,
)
_NOT_FEMININE = frozenset({"des", "dem", "eines", "einem"})
_NOMINATIVE_DETERMINERS = frozenset({"der", "ein", "dieser"})


def name(mention: Mention, forms: frozenset[str]) -> str:
    """The name in the mention, in the nominative; `forms` are the words of the article as written.

    "des Innenministers Hans Meier (CDU)" -> "Hans Meier"; "der russischen Regierung" -> "russische Regierung";
    "die Zeitung „Die Welt“" -> "Die Welt"; "Meiers" -> "Meier" when the article has "Meier" too.
    """
    tokens = mention.tokens
    start, end = core(mention)
    nouns = [index for index in range(start, end) if tokens[index].word]
    names = _without_titles(tokens, nouns)
    if (
        any(token.form == "," for token in tokens[:start])
        or len(names) < len(nouns)
        or (names and gender_of_first_name(tokens[i] for i in names))
    ):
        return _without_genitive(_join(tokens[names[0] : names[-1] + 1]), forms)
    return _common_name(mention, start, end, forms)


def _without_titles(tokens: Sequence[SyntaxToken], nouns: list[int]) -> list[int]:
    """ "Fahrgast Jutta Wiegand": what stands before a first name is no name; nor is a title, or a kind of newspaper"""
    first_name = next((n for n, index in enumerate(nouns) if gender_of_first_name(tokens[index : index + 1])), None)
    if first_name is not None and first_name < len(nouns) - 1:
        return nouns[first_name:]
    if len(nouns) > 2 and is_occupation(tokens[nouns[-3]]) and not any(is_body(tokens[n]) for n in nouns[-2:]):
        return nouns[-2:]
    names = list(nouns)
    while len(names) > 1 and is_title(tokens[names[0]]) and not is_common(tokens[names[-1]]):
        names.pop(0)
    return names


def _join(tokens: Iterable[SyntaxToken]) -> str:
    return " ".join(token.form for token in tokens if token.form not in (*QUOTES, "''"))


def _without_genitive(found: str, forms: frozenset[str]) -> str:
    """ "Angela Merkels" -> "Angela Merkel", if that is written somewhere"""
    last = found.rsplit(maxsplit=1)[-1] if found.split() else ""
    for ending in ("s", "’", "'"):
        if last.endswith(ending) and len(last) > 3 and last.removesuffix(ending) in forms:
            return found.removesuffix(ending)
    return found


def _common_name(mention: Mention, start: int, end: int, forms: frozenset[str]) -> str:
    """A common noun with what hangs on it, without determiner, in the nominative."""
    tokens = mention.tokens
    opening = _opens_with_adjective(tokens, forms)
    start = max(start, 1) if opening else start
    determined = tokens[0].lower in words.DETERMINERS or tokens[0].lower in words.RELATIVE_POSSESSIVES
    first = 1 if determined and len(tokens) > 1 else 0
    origin = tokens[0].start
    described = (token for token in tokens[first:start] if token.word and not _AGE.search(token.lower))
    forms_of_adjectives = (token.lower if opening else token.form for token in described if token.lower != "meisten")
    adjectives = [_nominative(form, mention) for form in forms_of_adjectives]
    noun = mention.text[tokens[start].start - origin : tokens[end - 1].end - origin]
    rest = "" if _is_aside(mention, start, end) else mention.text[tokens[end - 1].end - origin :]
    if said := _STATEMENTS_OF.match(noun):
        noun = said["who"]
    if first and (named := _CAPITALS.match(noun)) and _is_attribute(named["attribute"].lower()):
        neuter = "s" if tokens[0].lower == "das" else ""  # "das Oberste | Gericht"
        adjectives.append(_nominative(named["attribute"].lower(), mention).capitalize() + neuter)
        noun = noun[named.end() :]
    whole = " ".join([*adjectives, _nominative_noun(noun, tokens[0].lower, forms)]) + rest
    return _without_odd_marks(whole.strip(" ,"))


def _is_attribute(lower: str) -> bool:
    """Whether the word is an adjective, though it has a capital as part of a name: "der Vereinten | Nationen" """
    return bool((lower in words.ADJECTIVE or _OF_NAMES.search(lower)) and lower not in words.PERSON)


def _opens_with_adjective(tokens: Sequence[SyntaxToken], forms: frozenset[str]) -> bool:
    """Whether an adjective has its capital from opening the sentence: "Informierten Kreisen", but "Freien Wählern" """
    if len(tokens) < 2 or not (tokens[0].capital and tokens[1].capital) or tokens[0].lower in words.DETERMINERS:
        return False
    bare = _STRONG_ENDING.sub("", tokens[0].lower)
    if bare == tokens[0].lower or "-" in bare:
        return False
    if _CIRCLES.search(tokens[1].lower):
        return True
    several = tokens[1].lower in words.PERSON or _SEVERAL.search(tokens[1].lower)
    return bool(several) and any(f"{bare}{ending}" in forms for ending in _ENDINGS)


def _is_aside(mention: Mention, start: int, end: int) -> bool:
    """Whether what hangs on a person's noun, or on a bare name, only tells where: "Bürgermeister | aus dem Fenster" """
    tokens = mention.tokens
    if end >= len(tokens):
        return False
    bare = [token for token in tokens[start:end] if token.word]
    if tokens[end].lower in _BEHIND_NAMES and len(bare) > 1 and not any(is_common(token) for token in bare):
        return bare[-1].lower not in words.NOBILITY  # "Andres Lund, der Chef der Werft", "Lund vom Institut"
    if tokens[end].lower not in _WHERE:
        return False
    named = end - start > 1 and tokens[end].lower == "aus"  # "Hersteller Nordglas | aus Ahlen"
    named = named or any(token.lower in _INDEFINITE for token in tokens[end + 1 : end + 2])  # "| in einer Halle"
    return named or not is_body(tokens[mention.head])


def _without_odd_marks(found: str) -> str:
    """Without quotation marks at its ends, unless they are a pair around its last words: "Initiative „Freies Ufer“" """
    bare = found.strip(QUOTES)
    marks = sum(mark in QUOTES for mark in bare)
    return found.lstrip(QUOTES) if marks % 2 else bare


def _nominative(adjective: str, mention: Mention) -> str:
    """The ending of an adjective without determiner before it: "russischen Regierung" -> "russische Regierung" """
    if not adjective.endswith(("en", "em", "er")) or adjective[0].isupper() or len(adjective) < 5:
        return adjective
    gender = gender_of_noun(mention) or ("mn" if mention.first in _NOT_FEMININE else "fp")
    if gender == "m" and mention.first in _NOMINATIVE_DETERMINERS:
        return adjective
    return adjective[:-2] + {"m": "er", "n": "es", "mn": "er"}.get(gender, "e")


def _nominative_noun(noun: str, determiner: str, forms: frozenset[str]) -> str:
    """ "Ministers" -> "Minister", "Präsidenten" -> "Präsident", "Berichten" -> "Berichte" """
    kind, _, named = noun.partition(" ")
    if determiner in _GENITIVE_DETERMINERS and named[:1].isupper() and kind.endswith("s"):
        return f"{_nominative_noun(kind, determiner, forms)} {named}"  # "des Unternehmens Nubila"
    if determiner in _GENITIVE_DETERMINERS and (bare := _without_ending(noun, forms)):
        return bare
    if adjectival := _ADJECTIVAL.fullmatch(noun):
        ending = "er" if determiner in _MASCULINE_OBLIQUE else "e" if determiner in ("einer", noun.lower()) else "en"
        return adjectival["bare"] + ending  # "laut Beamten" is without determiner
    if determiner in ("des", "dem", "einem", "eines"):
        return without_weak_ending(noun)
    if noun.lower().endswith(("berichten", "ern", "kreisen", "werken")) and determiner not in ("die", "der"):
        return noun.removesuffix("n")
    return noun.removesuffix("s") if noun.removesuffix("s") in forms and len(noun) > 3 else noun


def _without_ending(noun: str, forms: frozenset[str]) -> str | None:
    """ "Ministers" -> "Minister", "Verbandes" -> "Verband"; None when that is no genitive"""
    if noun.endswith("nisses"):
        return noun.removesuffix("ses")  # "Bündnis"
    for bare in (noun.removesuffix("es"), noun.removesuffix("s")):
        if bare != noun and (bare in forms or bare.lower() in words.PERSON or bare.lower() in words.BODY):
            return bare
    genitive = _GENITIVE.fullmatch(noun)
    return (genitive["strong"] or genitive["bare"]) if genitive else None
