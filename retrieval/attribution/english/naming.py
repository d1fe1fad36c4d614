"""English mentions: their gender, and the name in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from retrieval.attribution.english import words
from retrieval.attribution.english.phrases import without_description
from retrieval.attribution.syntax.first_names import gender_of_first_name
from retrieval.attribution.syntax.mentions import Mention, once_each
from retrieval.attribution.syntax.tokens import SyntaxToken

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m",
    "she": "f", "her": "f", "it": "n", "its": "n",
    "they": "p", "them": "p", "their": "p",
}  # fmt: skip
# More kinds of institutions, which the rules need not know.
_INSTITUTIONS = words.NounList("guard corps force town city county state school college brewery theatre service")
_SHORTEST_WITH_JOB = 3  # words: the job and two of a name
_QUOTES = "“”\"‘’'«»"


@once_each
def genders(mention: Mention) -> frozenset[str]:
    """What can stand for the mention: of "m", "f", "n" and "p" (plural)."""
    if len(mention.tokens) == 1 and (found := _PRONOUNS.get(mention.first)):
        return frozenset(found)
    core = _own(mention)
    # "Warren" alone is a surname more often than a first name.
    several = words.is_plural(core[-1].lower) and not core[-1].capital
    if len(core) > 1 and not several and (found := gender_of_first_name(core)):
        return frozenset(found)
    return frozenset(_genders_of_noun(mention))


def _genders_of_noun(mention: Mention) -> str:
    head = mention.tokens[mention.head]
    if words.is_plural(head.lower) and (not head.capital or mention.first in words.DETERMINERS):
        return "p"
    if any(token.lower in words.BODY or token.lower in words.MEDIUM for token in _core(mention)):
        return "np"
    if head.lower in words.WOMAN:
        return "f"
    if head.lower in words.MAN:
        return "m"
    plural = "p" if words.is_plural(head.lower) else ""
    if is_person(mention):
        return "mf" + plural
    return "mfn" + plural if is_name(mention) else "np"


@once_each
def is_name(mention: Mention) -> bool:
    """Whether a proper name is in it: a capital that is no title and no opening word of the sentence.

    "the Vermont senator" and "the Republican nominee" are none: they only describe.
    """
    core = _core(mention)
    if mention.first in words.DETERMINERS and core[-1].lower in words.PERSON and not core[-1].capital:
        return False
    return any(_is_proper(token) for token in core)


@once_each
def is_person(mention: Mention) -> bool:
    """Whether a first name or a title tells that it is a person."""
    core = _own(mention)
    return gender_of_first_name(core) is not None or any(token.lower in words.PERSON for token in core)


@once_each
def is_medium(mention: Mention) -> bool:
    """Whether one of its words is for a newspaper, an agency, a report."""
    return any(token.lower in words.MEDIUM for token in mention.tokens)


@once_each
def role(mention: Mention) -> str | None:
    """The title or noun for what somebody is, in lower case."""
    for token in reversed(_core(mention)):
        if token.lower in words.PERSON or token.lower in words.MEDIUM:
            return token.lower
    return None


def titles(mention: Mention) -> Iterator[str]:
    """What stands before the name, to its last noun for a person: "Senate Majority Leader | Jane Roe" """
    core = _core(mention)
    last = max((at for at, token in enumerate(core[:-1]) if token.lower in words.PERSON), default=None)
    if last and all(token.capital for token in core[last + 1 :]):
        yield " ".join(token.lower for token in core[: last + 1])


def name(mention: Mention) -> str:
    """The name without its title: "Prime Minister Jane Roe" -> "Jane Roe"; else the phrase without "the"."""
    core = _without_job(_name_tokens(_core(mention)))
    last = _start_of_name(core)
    before = core[last - 1] if last else None
    if before and last < len(core) and (before.lower in words.PERSON or not before.capital):
        core = core[last:]
        return " ".join(token.form for token in core if token.word).removesuffix("'s").removesuffix("’s")
    if last == 0 and len(core) > 1 and _is_elsewhere(mention, core):
        return " ".join(token.form for token in core)
    text = mention.text[core[0].start - mention.tokens[0].start :]
    return text.strip(_QUOTES + " ,").removesuffix("'s").removesuffix("’s")


def _start_of_name(core: Sequence[SyntaxToken]) -> int:
    """Where the capital words begin that the phrase ends with, with "and": "state | Fish and Wildlife Office" """
    start = len(core) - 2 if _is_surname_behind_job(core) else len(core)
    while start and (_is_proper(core[start - 1]) or _joins(core, start - 1)):
        start -= 1
    return start


def _is_surname_behind_job(core: Sequence[SyntaxToken]) -> bool:
    """ "Blueline chairman | Emeric Stedman": two capitals behind a job, though the surname ends as a noun for one"""
    if len(core) < _SHORTEST_WITH_JOB or not (core[-1].capital and _is_proper(core[-2])):
        return False
    job = core[-3]
    return not job.capital and job.lower in words.PERSON


def _joins(core: Sequence[SyntaxToken], at: int) -> bool:
    return 0 < at < len(core) - 1 and core[at].lower == "and" and _is_proper(core[at - 1])


def _without_job(core: Sequence[SyntaxToken]) -> Sequence[SyntaxToken]:
    """ "County Administrator | Marjorie Tran": a first name begins the name behind the noun for a job"""
    first = next((at for at in range(1, len(core) - 1) if gender_of_first_name(core[at : at + 1])), None)
    if not first:
        return core
    opening = first == 1 and core[0].capital and core[-1].lower not in words.BODY  # "Coxswain | Adam Trewin"
    return core[first:] if opening or words.is_job(core[first - 1].lower) else core


def _is_elsewhere(mention: Mention, core: Sequence[SyntaxToken]) -> bool:
    """Whether behind a person's name stands where they are: "Oswin Drage | at the harbour" """
    rest = [token for token in mention.tokens if token.start >= core[-1].end]
    return bool(rest) and rest[0].lower in words.ATTACHING and gender_of_first_name(core) is not None


def tells_who(name: str) -> bool:
    """Whether the name is a person's or an institution's, or a role: its last word before a preposition decides."""
    phrase = list(takewhile(lambda word: word.lower() not in words.PREPOSITIONS, name.split()))
    noun = phrase[-1] if phrase else name
    lower = noun.lower()
    if noun[:1].isupper():
        return True
    if lower in words.UNINFORMATIVE or lower in words.DOCUMENT:
        return any(word[0].isupper() for word in phrase)
    return is_somebody(lower)


def is_somebody(lower: str) -> bool:
    """Whether the noun, in lower case, is for people by what they do, or for a kind of institutions."""
    if lower in words.BODY or lower in words.MEDIUM or lower in _INSTITUTIONS:
        return True
    return words.is_job(lower) or words.is_job(lower.removesuffix("s"))


def institution_words(mention: Mention) -> frozenset[str]:
    """What an institution may be called by, in lower case: its name's last word, and the noun for it before its name.

    "Northern Lights Trust" is a trust, "the shipping company Blueline" a company.
    """
    core = _core(mention)
    start = _start_of_name(core)
    proper = core[start:]
    tail = mention.tokens[-1].end > core[-1].end and any(t.capital for t in mention.tokens[len(core) :])
    if not proper or is_person(mention):
        return frozenset()
    if start and core[start - 1].lower in words.BODY:
        return frozenset({proper[-1].lower, core[start - 1].lower})
    named = len(proper) > 1 or (tail and not start)
    return frozenset({proper[-1].lower}) if named else frozenset()


def names_somebody(mention: Mention) -> bool:
    """Whether the mention can be shown as a speaker: no pronoun, no number, no adverb, and its last word is a noun."""
    if len(mention.tokens) == 1 and (mention.first in _PRONOUNS or mention.first in words.NO_NAMES):
        return False
    core = [token for token in _name_tokens(_core(mention)) if token.word]
    if not core or not any(token.form[0].isalpha() for token in core):
        return False
    last = core[-1]
    return not (words.is_adverb(last.lower) or all(token.lower in words.TIMES for token in core)) and _is_noun(last)


def _is_noun(last: SyntaxToken) -> bool:
    return last.capital or not (last.lower.endswith("ing") or last.lower in words.ADJECTIVES or "-" in last.form)


def _name_tokens(core: Sequence[SyntaxToken]) -> Sequence[SyntaxToken]:
    """In "company, Blue Line Ferries" the apposition is the name."""
    comma = next((index for index, token in enumerate(core) if token.form == ","), None)
    if comma is None or any(_is_proper(token) for token in core[:comma]):
        return core[:comma]
    return core[comma + 1 :] or core[:comma]


def _is_proper(token: SyntaxToken) -> bool:
    return token.capital and token.word and token.lower not in words.PERSON


def _own(mention: Mention) -> Sequence[SyntaxToken]:
    """The core without whose it is: in "Jane Roe's brother" the brother counts"""
    core = _core(mention)
    owner = [index for index, token in enumerate(core[:-1]) if token.lower.endswith(("'s", "’s"))]
    return core[owner[-1] + 1 :] if owner else core


@once_each
def _core(mention: Mention) -> Sequence[SyntaxToken]:
    """The phrase up to its first preposition, without determiner; of a person's noun with a name behind it the name."""
    if name_behind := _apposition(mention) or _behind_office(mention):
        return name_behind
    return _described(mention)


def _apposition(mention: Mention) -> Sequence[SyntaxToken]:
    """The name in "the head of river safety, Oswin Drage"; empty where an institution is named: "the company, X" """
    forms = [token.form for token in mention.tokens]
    comma = forms.index(",") if "," in forms else 0
    behind = without_description(
        mention.tokens[comma + 2 :]
        if comma and forms[comma + 1 : comma + 2] == ["the"]
        else mention.tokens[comma + 1 :]
    )
    if not comma or len(behind) < 2 or not all(token.capital and token.word for token in behind):
        return ()
    described = _described(mention)
    body = any(token.lower in words.BODY for token in described if token.start < mention.tokens[comma].start)
    somebodys = described and mention.tokens[comma - 1].lower in words.PERSON and not mention.tokens[comma - 1].capital
    named = not somebodys and any(token.capital for token in mention.tokens[1:comma])
    return () if body or named else behind


def _behind_office(mention: Mention) -> Sequence[SyntaxToken]:
    """The name in "Secretary of State Olive Drage" """
    tokens = mention.tokens
    if not (tokens[0].capital and len(tokens) > 1 and tokens[0].lower in words.PERSON and tokens[1].lower == "of"):
        return ()
    for at in range(3, len(tokens) - 1):
        if gender_of_first_name(tokens[at : at + 1]) and all(token.capital for token in tokens[at:]):
            return () if tokens[at - 1].lower in words.PERSON or not tokens[at - 1].capital else tokens[at:]
    return ()


def _described(mention: Mention) -> Sequence[SyntaxToken]:
    start = 1 if mention.tokens[0].lower in words.DETERMINERS and len(mention.tokens) > 1 else 0
    end = start + 1
    while end < len(mention.tokens) and mention.tokens[end].lower not in words.ATTACHING:
        end += 1
    return mention.tokens[start:end]
