"""The finite verbs of a German clause: which of its words they can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from retrieval.attribution.german import words
from retrieval.attribution.german.phrases import noun_phrase
from retrieval.attribution.german.verbs.readings import HELPING, NO_VERBS, readings
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import FINITE, Form, VerbReading

_REPORTING_ENDING = re.compile(r"^[a-zäöüß]{3,}e$")
_ATTRIBUTIVE = ("e", "en", "er", "es", "em")


def finite_verbs(tokens: Sequence[SyntaxToken], start: int, end: int, *, attributes: bool = False) -> Iterator[int]:
    """The tokens that can be finite verbs here; with `attributes` also listed ones that look like an attribute.

    In "Das erklärte General Müller" only the lack of another verb tells that "erklärte" is none.
    """
    compound = any(_is_auxiliary(tokens[i]) for i in range(start, end)) or _is_infinitive(tokens, start, end)
    modal = any(_is_auxiliary(tokens[i]) and not _can_be_infinitive(tokens[i]) for i in range(start, end))
    for index in range(start, end):
        token = tokens[index]
        if token.quoted or not token.word or (token.capital and not _opens_with_verb(tokens, index)):
            continue
        if (modal and _can_be_infinitive(token)) or (compound and _is_content(token, tokens, index)):
            continue
        if not any(reading.form in FINITE for reading in readings(token)):
            if _is_unlisted_reporting(tokens, index, start, end):
                yield index
        elif not _is_attribute(tokens, index, end) or (attributes and _is_second(tokens, index, start)):
            yield index


def guessed_verb(tokens: Sequence[SyntaxToken], start: int, end: int) -> int | None:
    """The verb in no list of a clause that has no other, behind its subject: "diese Sorte | erspare | den Einsatz" """
    phrase = noun_phrase(tokens, start, subject=True)
    if phrase is None or phrase.end >= end - 1 or tokens[start].lower not in words.SUBJECT_DETERMINERS:
        return None
    token = tokens[phrase.end]
    known = token.lower in NO_VERBS | words.PREPOSITIONS or words.is_adverb(token.lower) or token.quoted
    return phrase.end if _REPORTING_ENDING.match(token.lower) and not known else None


def _is_infinitive(tokens: Sequence[SyntaxToken], start: int, end: int) -> bool:
    """ "…, an dem Unfall schuld gewesen zu sein": no word of it is finite"""
    last = [token.lower for token in tokens[start:end] if token.word and not token.quoted][-2:]
    return len(last) == 2 and last[0] == "zu" and last[1].endswith("n")


def _is_second(tokens: Sequence[SyntaxToken], index: int, start: int) -> bool:
    listed = any(reading.lemma for reading in readings(tokens[index]))
    return listed and sum(token.word for token in tokens[start:index]) == 1


def _opens_with_verb(tokens: Sequence[SyntaxToken], index: int) -> bool:
    """A sentence can begin with its verb: "Sagte sie es nicht schon?". "Berichte" and "Ende" are nouns there."""
    return index == 0 and any(r.form in (Form.PRESENT, Form.PAST) and r.lemma for r in readings(tokens[0]))


def _is_auxiliary(token: SyntaxToken) -> bool:
    return not token.quoted and _has_auxiliary(readings(token))


@lru_cache(maxsize=1000)
def _has_auxiliary(found: tuple[VerbReading, ...]) -> bool:
    return any(reading.lemma in HELPING and reading.form in FINITE for reading in found)


def _can_be_infinitive(token: SyntaxToken) -> bool:
    """ "werden" in "müssten einbezogen werden" """
    return any(r.form is Form.PLURAL and r.lemma == token.lower for r in readings(token))


def _is_content(token: SyntaxToken, tokens: Sequence[SyntaxToken], index: int) -> bool:
    """Beside an auxiliary a participle or an infinitive is not the finite verb."""
    if index and tokens[index - 1].lower == "zu":
        return True
    found = readings(token)
    if all(reading.lemma in HELPING for reading in found):
        return False
    if not token.lower.endswith("e") and all(not reading.lemma for reading in found):
        return True  # "überschritten": by its ending a past, by what stands beside it a participle
    return bool({reading.form for reading in found} & {Form.PARTICIPLE, Form.PLURAL})


def _is_attribute(tokens: Sequence[SyntaxToken], index: int, end: int) -> bool:
    """Between a determiner and a noun stands no verb: "die erwartete Entscheidung" """
    before = tokens[index - 1] if index else None
    if before is not None and before.lower == "zu":
        return True
    if _is_guess_before_noun(tokens, index, end):
        return True
    after = index + 1
    while after < min(end, index + 3) and _is_adjective(tokens[after]):
        after += 1
    opened = _opener_of_phrase(tokens, index) in words.DETERMINERS | words.PREPOSITIONS
    return opened and after < end and tokens[after].capital and tokens[index].lower.endswith(_ATTRIBUTIVE)


def _is_adjective(token: SyntaxToken) -> bool:
    return not token.capital and token.lower.endswith(_ATTRIBUTIVE) and token.lower not in words.DETERMINERS


def _is_guess_before_noun(tokens: Sequence[SyntaxToken], index: int, end: int) -> bool:
    """ "geplanten Fahrt": by its ending a verb, but nothing that could be its subject stands before it"""
    if any(reading.lemma for reading in readings(tokens[index])) or index + 1 >= end or not tokens[index + 1].capital:
        return False
    before = tokens[index - 1] if index else None
    if before is None or before.lower in words.TIMES:  # "am Dienstag gegründete Stiftung"
        return True
    return not (before.capital or before.lower in words.PRONOUNS)


def _opener_of_phrase(tokens: Sequence[SyntaxToken], index: int) -> str:
    """The word before it, past one attribute: "ihre" of "ihre alte rote Jacke" """
    before = tokens[index - 1].lower if index else ""
    attribute = index > 1 and before.endswith(_ATTRIBUTIVE) and not tokens[index - 1].capital
    return tokens[index - 2].lower if attribute and tokens[index - 2].lower in words.DETERMINERS else before


def _is_unlisted_reporting(tokens: Sequence[SyntaxToken], index: int, start: int, end: int) -> bool:
    """A verb that is in no list, in Konjunktiv I: known by its ending and by where it stands."""
    lower = tokens[index].lower
    if not _REPORTING_ENDING.match(lower) or lower in NO_VERBS or words.is_adverb(lower) or tokens[index].capital:
        return False
    if (
        lower in words.PREPOSITIONS
        or lower in words.DETERMINERS
        or lower.endswith(("ige", "iche", "ische", "bare", "tte"))
    ):
        return False
    before = tokens[index - 1].lower if index else ""
    last = index + 1 >= end or not tokens[index + 1].word or tokens[index + 1].lower in ("als", "wie", "und")
    opens = tokens[start].lower in words.SUBORDINATORS or tokens[start].lower in words.RELATIVES
    return before in ("er", "es", "man") or (before == "sie" and last) or (last and opens and index > start + 1)
