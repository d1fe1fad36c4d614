"""English mentions: their gender, and the name in them."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.attribution.english import words
from retrieval.attribution.syntax.first_names import gender_of_first_name
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.tokens import SyntaxToken

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m",
    "she": "f", "her": "f", "it": "n", "its": "n",
    "they": "p", "them": "p", "their": "p",
}  # fmt: skip
_QUOTES = "“”\"‘’'«»"


def genders(mention: Mention) -> frozenset[str]:
    """What can stand for the mention: of "m", "f", "n" and "p" (plural)."""
    if len(mention.tokens) == 1 and (found := _PRONOUNS.get(mention.first)):
        return frozenset(found)
    if found := gender_of_first_name(mention.tokens):
        return frozenset(found)
    return frozenset(_genders_of_noun(mention))


def _genders_of_noun(mention: Mention) -> str:
    noun = mention.noun
    if words.PLURAL.search(noun) and not is_name(mention):
        return "p"
    if words.WOMAN.search(noun):
        return "f"
    if words.MAN.search(noun):
        return "m"
    if is_person(mention):
        return "mf"
    return "mfn" if is_name(mention) else "np"


def is_name(mention: Mention) -> bool:
    """Whether a proper name is in it: a capital that is no title and no opening word of the sentence."""
    return any(_is_proper(token) for token in _core(mention))


def is_person(mention: Mention) -> bool:
    """Whether a first name or a title tells that it is a person."""
    core = _core(mention)
    return gender_of_first_name(core) is not None or any(words.PERSON.search(token.lower) for token in core)


def role(mention: Mention) -> str | None:
    """The title or noun for what somebody is, in lower case."""
    for token in reversed(_core(mention)):
        if words.PERSON.search(token.lower) or words.MEDIUM.search(token.lower):
            return token.lower
    return None


def name(mention: Mention) -> str:
    """The name without titles before it: "Prime Minister Jane Roe" -> "Jane Roe"; else the phrase without "the"."""
    core = _named(_core(mention))
    proper = [index for index, token in enumerate(core) if _is_proper(token)]
    if proper and any(words.PERSON.search(token.lower) for token in core[: proper[0]]):
        core = core[proper[0] : proper[-1] + 1]
        return " ".join(token.form.removesuffix("'s").removesuffix("’s") for token in core if token.word)
    text = mention.text[core[0].start - mention.tokens[0].start :]
    return text.strip(_QUOTES + " ,").removesuffix("'s").removesuffix("’s")


def _named(core: Sequence[SyntaxToken]) -> Sequence[SyntaxToken]:
    """In "company, Blue Line Ferries" the apposition is the name."""
    comma = next((index for index, token in enumerate(core) if token.form == ","), None)
    if comma is None or any(_is_proper(token) for token in core[:comma]):
        return core[:comma]
    return core[comma + 1 :] or core[:comma]


def _is_proper(token: SyntaxToken) -> bool:
    return token.capital and token.word and not words.PERSON.search(token.lower)


def _core(mention: Mention) -> Sequence[SyntaxToken]:
    """The phrase up to its first preposition, without determiner."""
    start = 1 if mention.tokens[0].lower in words.DETERMINERS and len(mention.tokens) > 1 else 0
    end = start + 1
    while end < len(mention.tokens) and mention.tokens[end].lower not in words.ATTACHING:
        end += 1
    return mention.tokens[start:end]
