"""The core of a German noun phrase: its nouns and names, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.attribution.german import words
from retrieval.attribution.syntax.first_names import FIRST_NAMES, gender_of_first_name
from retrieval.attribution.syntax.mentions import Mention, once_each
from retrieval.attribution.syntax.tokens import SyntaxToken

_SHORTEST_MODIFIER = 3  # letters
QUOTES = "„“”\"»«'‚‘›‹"
_JOINTS = frozenset({"von", "van", "de", "bin", "al", "el", "da", "di", "der", "den", "of"})
_BEFORE_ARTICLE = frozenset({"von", "van", "de", "zu", "in"})  # "von der Leyen"
_ABSTRACT = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ismus|nis|ment|tum|en|ern|tik|lage|schläge|fall|kritik|anlass|schuld|namen)$"
)
_WEAK_NOUN = re.compile(
    r"(?P<bare>.*(?:ent|ant|ist|at|loge|oge|nom|graf|soph|ekt|jurist|bischof|zeuge|kollege|bote|nosse|russe|franzose))e?n$",
    re.IGNORECASE,
)


@once_each
def core(mention: Mention) -> tuple[int, int]:
    """Where the nouns and names stand: behind determiner and attributes, before what hangs on them.

    A name in apposition is the core: "die Sprecherin der Werft, | Gisela Brandt |".
    """
    tokens = mention.tokens
    start = _apposition(tokens) or _core_start(tokens)
    end = start
    while end < len(tokens) and (tokens[end].capital or tokens[end].form in QUOTES + "/&" or _joins(tokens, end)):
        end += 1
    return start, max(end, start + 1)


def _apposition(tokens: Sequence[SyntaxToken]) -> int | None:
    comma = next((index for index, token in enumerate(tokens) if token.form == ","), None)
    if comma is None or comma + 1 >= len(tokens) or gender_of_first_name(tokens[:comma]) is not None:
        return None
    start = comma + 1
    if tokens[start].lower in ("der", "die"):  # ", der frühere Anwalt | Uwe Seifert"
        start = next((at for at in range(start + 1, len(tokens)) if tokens[at].capital), start)
    behind = [token for token in tokens[start:] if token.form not in QUOTES]
    return start if behind and all(token.capital for token in behind) else None


def _core_start(tokens: Sequence[SyntaxToken]) -> int:
    last = len(tokens) - 1
    start = 0
    if last > 0 and _is_opening_attribute(tokens):
        start = 1
    while start < last and not tokens[start].capital and (tokens[start].word or tokens[start].form in QUOTES):
        start += 1
    return start


def _is_opening_attribute(tokens: Sequence[SyntaxToken]) -> bool:
    """ "Die" and "Besondere" begin a sentence with a capital, and are no names."""
    first, second = tokens[0].lower, tokens[1].lower
    if first in words.DETERMINERS or first in words.RELATIVE_POSSESSIVES:
        return True
    adjective = first in words.ADJECTIVE and first not in words.PERSON
    return adjective and second not in FIRST_NAMES


def _joins(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "Ursula von der Leyen" """
    if tokens[at].lower not in _JOINTS or at == 0 or not any(token.capital for token in tokens[at + 1 : at + 3]):
        return False
    before = tokens[at - 1]
    if tokens[at].lower in ("der", "den") and before.lower not in _BEFORE_ARTICLE:
        return False
    if before.capital and _is_complete(tokens[:at]):
        return False
    if not (before.capital or before.lower in _JOINTS) or before.lower in words.PERSON:
        return False
    return gender_of_first_name(tokens[:at]) is not None


def _is_complete(tokens: Sequence[SyntaxToken]) -> bool:
    """Whether the name has a surname already: "Henning Lux | von der Universität", but "Otto Graf von Ahlen" """
    last = tokens[-1]
    nobility = last.lower in words.NOBILITY
    return len(tokens) > 1 and is_personal(tokens) and gender_of_first_name([last]) is None and not nobility


def is_common(token: SyntaxToken) -> bool:
    """Whether the word is a title or a common noun for people and bodies, rather than a name."""
    lower = token.lower
    return lower in words.PERSON or lower in words.MEDIUM or lower in words.BODY


def is_personal(tokens: Sequence[SyntaxToken]) -> bool:
    """Whether the words are a person's name: a first name and another, or two names behind an occupation."""
    nouns = [token for token in tokens if token.word and token.capital]
    if len(nouns) < 2 or any(t.lower in words.BODY or t.lower in words.MEDIUM for t in nouns[-2:]):
        return False
    if gender_of_first_name(nouns[:-1]) is not None:
        return True
    return len(nouns) > 2 and is_occupation(nouns[-3])


def is_occupation(token: SyntaxToken) -> bool:
    """Whether the word is for what somebody does: "Landesgeologe"; only where a name of two words follows."""
    lower = token.lower
    known = lower in words.BODY or lower in words.MEDIUM or token.form.isupper()
    return not known and lower in words.OCCUPATION


def is_body(token: SyntaxToken) -> bool:
    """Whether the word is for an office, a company, a medium, rather than for a person."""
    lower = token.lower
    return (lower in words.BODY or lower in words.MEDIUM) and lower not in words.PERSON


def is_title(token: SyntaxToken) -> bool:
    """Whether the word only says what the named one is; the noun for a body is often part of its name."""
    return token.lower in words.PERSON or token.lower in words.MEDIUM


@once_each
def is_name(mention: Mention) -> bool:
    """Whether a proper name is in it: a word behind a title, or two capitals in a row."""
    start, end = core(mention)
    nouns = [token for token in mention.tokens[start:end] if token.word and token.capital]
    bare = [token for token in nouns if not is_common(token) and token.lower not in words.TIMES]
    attributed = start > 0 and mention.tokens[0].word
    if not bare or (len(nouns) == 1 and attributed):
        return gender_of_first_name(nouns) is not None
    return len(nouns) > 1 or not (mention.plural or _ABSTRACT.search(bare[0].lower))


@once_each
def is_person(mention: Mention) -> bool:
    """Whether a first name or a title tells that it is a person."""
    start, end = core(mention)
    inner = mention.tokens[start:end]
    if gender_of_first_name(inner) is not None or is_personal(inner):
        return True
    return any(token.lower in words.PERSON for token in inner if token.capital)


@once_each
def is_medium(mention: Mention) -> bool:
    """Whether one of its nouns is for a newspaper, an agency, a report."""
    return any(token.lower in words.MEDIUM for token in mention.tokens if token.capital)


def nouns(mention: Mention) -> list[SyntaxToken]:
    """The nouns and names of the core."""
    start, end = core(mention)
    return [token for token in mention.tokens[start:end] if token.word and token.capital]


def has_noun(mention: Mention, noun: str) -> bool:
    """Whether the mention is the name of an institution with that noun: "Umweltministerium", "Reederei Seestern" """
    inner = nouns(mention)
    if not inner or gender_of_first_name(inner) is not None or inner[0].lower in words.PERSON:
        return False
    noun = _uninflected(noun)[1] if _uninflected(noun)[1] in words.BODY else noun
    first = next((f for f in _uninflected(inner[0].lower) if f.endswith(noun)), None)
    attributed = len(inner) > 1 and noun in _uninflected(inner[1].lower) and noun in words.BODY
    if attributed:
        return True  # "Berliner Senat"
    if first is None:
        return False
    if first == noun:
        titled = any(token.form in QUOTES for token in mention.tokens)
        return len(inner) > 1 or titled or any(token.lower == "für" for token in mention.tokens)
    compound = len(first) - len(noun) >= _SHORTEST_MODIFIER and first.endswith(noun)
    return compound and noun not in words.NO_SHORT_FORMS and noun in words.BODY


def _uninflected(lower: str) -> tuple[str, ...]:
    return (lower, lower.removesuffix("s"), lower.removesuffix("es"))


@once_each
def role(mention: Mention) -> str | None:
    """The title or noun for what somebody is, in lower case, without its case ending."""
    start = _core_start(mention.tokens)
    _, end = core(mention)
    for token in mention.tokens[start:end]:
        if token.word and (token.lower in words.PERSON or token.lower in words.MEDIUM):
            return _without_case(token.lower)
    return None


def titles(mention: Mention) -> Iterator[str]:
    """The nouns before a first name, whatever they are: "Landwirt | Jürgen Pape" """
    start, end = core(mention)
    first_name = next((at for at in range(start, end) if gender_of_first_name(mention.tokens[at : at + 1])), end)
    if first_name < end - 1:
        yield from (_without_case(token.lower) for token in mention.tokens[start:first_name] if token.word)


def _without_case(noun: str) -> str:
    for ending in ("es", "s"):
        if noun.endswith(ending) and noun.removesuffix(ending) in words.PERSON:
            return noun.removesuffix(ending)
    return without_weak_ending(noun)


def without_weak_ending(noun: str) -> str:
    """ "Präsidenten" -> "Präsident": some masculines end with -n in all cases but the nominative."""
    weak = _WEAK_NOUN.match(noun)
    return weak["bare"] if weak else noun
