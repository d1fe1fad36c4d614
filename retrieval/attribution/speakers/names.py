"""The names of an article: each as it is written in full somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.attribution.attribution import Attribution
from retrieval.attribution.speakers.institutions import with_owners
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import ParsedSentence

_APPOSITION = re.compile(r",\s(?:\d{1,3},\s)?")
_LONGEST_NAME = 4  # words
_THINGS = ("ungen", "keiten", "schaften", "tionen")
_SHORTEST_NAME = 2
_SEXES = frozenset("mf")
_NOBILITY = frozenset({"von", "van", "de", "zu"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article. `forms` are all its words as written.

    `full` leads from a surname to the full name, `bearers` to a mention that has it, which tells whether "he" fits.
    `common` are the words that are written small somewhere, where a capital tells a name.
    """

    grammar: Grammar
    forms: frozenset[str]
    full: dict[str, str]
    bearers: dict[str, Mention]
    common: frozenset[str]

    @classmethod
    def of(cls, grammar: Grammar, sentences: Sequence[ParsedSentence], mentions: Iterable[Mention]) -> Names:
        """The names of the article that has these sentences and noun phrases."""
        forms = frozenset(token.form for sentence in sentences for token in sentence.tokens if token.word)
        bearers = _bearers(grammar, forms, mentions)
        full = {surname: " ".join(grammar.name(mention, forms).split()) for surname, mention in bearers.items()}
        small = frozenset(form for form in forms if form.islower()) if grammar.capitals_are_names else frozenset()
        return cls(grammar, forms, full, bearers, small)

    def of_speaker(self, mention: Mention) -> str:
        """The mention's name, in full when the article has it: "Trump" -> "Donald Trump"."""
        name = self.grammar.name(mention, self.forms)
        surname = name.split()[-1] if name.lower().startswith(("von ", "van ")) else name
        full = self.full.get(name.rsplit(maxsplit=1)[-1], name)
        if self.grammar.can_be_title(name.removesuffix(f" {full}")):
            return full  # "Wildhüter Uwe Seifert"
        return self.full.get(surname.title() if name.isupper() else surname, name)


def mentions_in(sentence: ParsedSentence, grammar: Grammar) -> Iterator[Mention]:
    """All noun phrases of the sentence outside quoted speech, in order."""
    index, tokens = 0, sentence.tokens
    while index < len(tokens):
        phrase = None if tokens[index].quoted else grammar.noun_phrase(tokens, index)
        if phrase is None:
            index += 1
            continue
        yield Mention.of(sentence, phrase)
        index = phrase.end


def titles_behind(mentions: Iterable[Mention], text: str, grammar: Grammar) -> Iterator[tuple[str, Mention]]:
    """What stands behind a person's name, in lower case, with whose it is: "Ilka Sommerfeld, 45, | Historikerin" """
    for named, described in pairwise(mentions):
        between = text[named.tokens[-1].end : described.tokens[0].start]
        role = grammar.role(described) if _APPOSITION.fullmatch(between) and not grammar.is_name(described) else None
        if role and grammar.is_name(named) and grammar.is_person(named):
            yield role, named


def titles_told(
    sentence: ParsedSentence, mentions: Sequence[Mention], grammar: Grammar
) -> Iterator[tuple[str, Mention]]:
    """What else the sentence calls the only person of that sex whom it names, in lower case, with that person.

    "So kam Ilka Sommerfeld ins Spiel, | Historikerin in Bonn"; "zum Verwalter bestellte das Gericht Ilka Sommerfeld"
    """
    described = [mention for mention in mentions if _is_description(mention, sentence, grammar)]
    named = [mention for mention in mentions if described and _can_be_person(mention, grammar)]
    for description in described:
        sex = grammar.genders(description) & _SEXES or _SEXES
        fitting = {each.tokens[-1].form: each for each in named if grammar.genders(each) & sex}
        if len(fitting) == 1:
            yield description.noun, next(iter(fitting.values()))


def _can_be_person(mention: Mention, grammar: Grammar) -> bool:
    """Whether it is a person's name, or two words of which neither tells that it is not."""
    if not grammar.is_name(mention) or grammar.is_person(mention):
        return grammar.is_name(mention)
    two = len(mention.tokens) == _SHORTEST_NAME and all(token.capital for token in mention.tokens)
    return (
        two and mention.first not in grammar.definite and not (grammar.is_body(mention) or grammar.is_medium(mention))
    )


def _is_description(mention: Mention, sentence: ParsedSentence, grammar: Grammar) -> bool:
    """Whether a noun without determiner stands behind a comma and before what hangs on it, or behind "zum" """
    if grammar.is_name(mention) or mention.first in grammar.definite | grammar.indefinite:
        return False
    start, end = sentence.span
    before = sentence.text[start : mention.tokens[0].start].split()[-1:]
    if any(word.lower() in grammar.appointing for word in before):
        appointed = any(word.startswith(grammar.appointments) for word in sentence.text[start:end].lower().split())
        return appointed and mention.head == len(mention.tokens) - 1
    behind = sentence.text[mention.tokens[0].end : end].split()[:1]
    comma = any(word.endswith(",") for word in before)
    if not comma or not any(word in grammar.describing for word in behind):
        return False
    return grammar.is_bare_role(replace(mention, tokens=mention.tokens[:1], head=0))


def one_name_each(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions, with a speaker who is named by a surname in one and in full in another in full in both."""
    known = list(found)
    full: dict[str, set[str]] = {}
    for words in {tuple(one.speaker.split()) for one in known if one.speaker}:
        if _SHORTEST_NAME <= len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words):
            full.setdefault(words[-1], set()).add(" ".join(words))
    for one in known:
        names = full.get(one.speaker, set()) if one.speaker else set()
        yield replace(one, speaker=next(iter(names))) if len(names) == 1 else one


def _is_bare_name(mention: Mention, words: Sequence[str], alone: set[str], grammar: Grammar) -> bool:
    """Whether it is two words of which the second stands alone elsewhere, so that it can be a surname."""
    if len(words) != _SHORTEST_NAME or words[1] not in alone:
        return False
    if words[0].endswith(_THINGS):
        return False  # "Visa-Erleichterungen Serbien"
    capital = all(word[0].isupper() for word in words)
    return capital and grammar.is_name(mention) and not (grammar.is_body(mention) or grammar.is_medium(mention))


def _behind_unlisted_title(mention: Mention, words: Sequence[str], alone: set[str], grammar: Grammar) -> Mention | None:
    """The name of two words behind a noun, when the surname stands alone elsewhere: "Wildhüter | Uwe Seifert" """
    if len(words) != _SHORTEST_NAME + 1 or not grammar.can_be_title(words[0]):
        return None
    at = next((at for at, token in enumerate(mention.tokens, 1) if token.form == words[0]), len(mention.tokens))
    tokens = mention.tokens[at:]
    if not tokens:
        return None
    text = mention.text[tokens[0].start - mention.tokens[0].start :]
    name = replace(mention, text=text, tokens=tokens, head=max(0, mention.head - at))
    return name if _is_bare_name(name, words[1:], alone, grammar) else None


def _bearers(grammar: Grammar, forms: frozenset[str], mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Surname -> a mention with the full name, for people; first name, too, where it stands alone somewhere.

    A name that two people share leads to neither.
    """
    found: dict[str, dict[str, Mention]] = {}
    known = list(with_owners(mentions, grammar))
    alone = {mention.tokens[0].form for mention in known if len(mention.tokens) == 1}
    for mention in known:
        if len(mention.tokens) < _SHORTEST_NAME:
            continue
        words = grammar.name(mention, forms).split()
        if name := _behind_unlisted_title(mention, words, alone, grammar):
            found.setdefault(words[-1], {}).setdefault(" ".join(words[1:]), name)
            continue
        if not (grammar.is_person(mention) or _is_bare_name(mention, words, alone, grammar)):
            continue
        if grammar.definite & set(words) and not _NOBILITY & set(words):
            continue  # "Sprecher der Polizei"
        if 1 < len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in (words[0], words[-1])):
            found.setdefault(words[-1], {}).setdefault(" ".join(words), mention)
            if words[0] in alone:
                found.setdefault(words[0], {}).setdefault(" ".join(words), mention)
    return {surname: next(iter(full.values())) for surname, full in found.items() if len(full) == 1}
