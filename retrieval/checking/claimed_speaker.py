"""Whom a message names as the speaker of a quotation, and whether the article says so, too.

Names are looked for in the sentence before the quotation, then in the one behind it: of somebody whom the article
reports, by a word of the name or by what the article calls them; else of whoever the rules of attribution find.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from content import Article
from retrieval.analysis.sentences import split_sentences
from retrieval.attribution import attributions
from retrieval.attribution.store import attributions_in, attributions_of
from retrieval.attribution.syntax.first_names import FEMALE, MALE
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.checking.quotation_check import SpeakerVerdict
from retrieval.language import LanguageRules, rules_of

# Behind these a name is what is talked about: "Overath über Drees".
_TOPICAL = frozenset(["über", "ueber", "zu", "zum", "zur", "an", "gegen", "about", "on", "to", "against"])

# Between a quotation and who says it, and what stands before one that nobody is named for.
_MARKS = "„“”»«\"‚‘’›‹'"
_CONTINUES = re.compile(rf"[{_MARKS}.!?…]*\s*(?:[,(–—-]|so\b)")
_FINISHED = re.compile(rf"[.!?…]\s*[{_MARKS}]*\s*$")

# Beside the verbs by which questions ask for somebody's words.
_SAID = frozenset(
    "gesagt geäußert erklärt gemeint behauptet geschrieben zitiert zitat so told claimed quoted wrote".split()
)

# Words before a name in which its role stands: "Kämmerer", "die Leiterin der Station,".
_ROLE = 2


class ClaimedSpeaker(NamedTuple):
    """Whether the right one is named, and the words of the message that name somebody; None: nobody."""

    verdict: SpeakerVerdict
    named: str | None = None


@lru_cache(maxsize=256)
class ReportedSpeakers:
    """Those whom an article reports, by the words that name them."""

    def __init__(self, article: Article) -> None:
        self.rules = rules_of(article.language)
        self._text = article.text
        self._words = words_of(article.text)
        self.names: dict[str, frozenset[str]] = {}
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._by_role: defaultdict[str, set[str]] = defaultdict(set)
        for each in attributions_of(article):
            if each.speaker:
                self._add(each.speaker, each.mention or "")
        self.people = frozenset(self._names_in_a_row())

    def _add(self, speaker: str, mention: str) -> None:
        name = self.name_of(speaker)
        if name and name[-1] not in self.names:
            self.names[name[-1]] = frozenset()
            for role in self._roles(name[-1]):
                self._by_role[role].add(name[-1])
        for form in name:
            self.names[name[-1]] |= {form}
            self._by_name[form].add(name[-1])
        for word in content_words(mention, self.rules) if name else ():
            self._by_role[word.form].add(name[-1])

    def name_of(self, speaker: str) -> tuple[str, ...]:
        """The words of the name, by the last of which they are known, without what stands behind: "of the Red Cross"."""
        words = content_words(speaker, self.rules)
        capital = takewhile(
            lambda word: speaker[word.start].isupper(), words_of(speaker)[bool(words and words[0].start) :]
        )
        return tuple(word.form for word in capital if word in words)

    def keys_of(self, speaker: str) -> tuple[str, ...]:
        """By what they are known: the last word of the name; of "the playwright", everybody whom the article calls so."""
        if name := self.name_of(speaker):
            return name[-1:]
        return tuple(key for word in content_words(speaker, self.rules) for key in self._by_role.get(word.form, ()))

    def _roles(self, last: str) -> Iterator[str]:
        for at, word in enumerate(self._words):
            if word.form == last:
                for before in self._words[max(0, at - _ROLE) : at]:
                    if self._text[before.start].isupper() and before.form not in self.rules.stop_words:
                        yield before.form

    def _names_in_a_row(self) -> Iterator[str]:
        for one, other in zip(self._words, self._words[1:], strict=False):
            written = self._text[one.start].isupper() and self._text[other.start].isupper()
            if written and other.start - one.end == 1 and one.form not in self.rules.stop_words:
                yield from (one.form, other.form)

    def by_name(self, form: str) -> str | None:
        """The only one with this word in the name, also in the genitive, by the last word of that."""
        return _only(self._by_name.get(form) or self._by_name.get(form.removesuffix("s")))

    def by_role(self, form: str) -> str | None:
        """The only one whom the article calls by this word."""
        return _only(self._by_role.get(form))


def claimed_speaker(text: str, around: tuple[Span, Span], article: Article, original: Span) -> ClaimedSpeaker:
    """Who is named in the message `text`, in the stretches `around` a quotation: before it and behind it.

    `original` is where the article has it.
    """
    speakers = ReportedSpeakers(article)
    said = attributions_in(attributions_of(article), [original])
    actual = {form for each in said for form in speakers.keys_of(each.speaker or "")}
    places = [
        *_naming(text, around[0], speakers.rules, behind=False),
        *_naming(text, around[1], speakers.rules, behind=True),
    ]
    found = next((name for place in places if (name := _reported(text, place, speakers))), None)
    if found:
        speaker, written = found
        return ClaimedSpeaker(SpeakerVerdict.RIGHT if speaker in actual else SpeakerVerdict.WRONG, written)
    stranger = _attributed(text, around, article) or _stranger(text, places, speakers)
    if stranger is None:
        return ClaimedSpeaker(SpeakerVerdict.UNSAID)
    forms = frozenset(word.form for word in content_words(stranger, speakers.rules))
    if not said:
        origin = " ".join((article.publisher or "", *article.authors))
        right = bool(forms & {word.form for word in content_words(origin, speakers.rules)})
    else:
        right = any(speaker in forms for speaker in actual)
    return ClaimedSpeaker(SpeakerVerdict.RIGHT if right else SpeakerVerdict.WRONG, stranger)


def _naming(text: str, stretch: Span, rules: LanguageRules, *, behind: bool) -> list[Span]:
    """The sentence next to the quotation in that stretch, if it can tell who speaks: it goes on, or has a word for it."""
    sentences = [each for each in split_sentences(text, stretch, rules) if words_of(text, each)]
    if not sentences:
        return []
    nearest = sentences[0] if behind else sentences[-1]
    beside = text[stretch.start : nearest.end] if behind else text[nearest.start : stretch.end]
    goes_on = _CONTINUES.match(beside) if behind else not _FINISHED.search(beside)
    tells = any(word.form in rules.saying | rules.statements | _SAID for word in words_of(text, nearest))
    return [nearest] if goes_on or tells else []


def _reported(text: str, place: Span, speakers: ReportedSpeakers) -> tuple[str, str] | None:
    """Who of those whom the article reports is named there first, and by which words; by name rather than by role."""
    words = words_of(text, place)
    for look_up in (speakers.by_name, speakers.by_role):
        for at, word in enumerate(words):
            speaker = look_up(word.form) if text[word.start].isupper() else None
            if (
                speaker
                and not _is_topic(text, words, at)
                and not _is_namesake(text, words, at, speakers.names[speaker])
            ):
                return speaker, text[word.start : word.end]
    return None


def _is_topic(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the name at that place, with what is capitalised before it, stands behind a topical preposition."""
    while at and text[words[at - 1].start].isupper() and words[at].start - words[at - 1].end == 1:
        at -= 1
        if words[at].form in _TOPICAL:
            return at > 0 or words[at].form.startswith(("zu", "on", "to"))
    return at > 0 and words[at - 1].form in _TOPICAL


def _is_namesake(text: str, words: Sequence[Word], at: int, name: frozenset[str]) -> bool:
    """Whether only the first name is the same, as another last name follows, or only the last name."""
    if words[at].form in FEMALE | MALE and at + 1 < len(words):
        follower = words[at + 1]
        adjacent = follower.start - words[at].end == 1 and text[follower.start].isupper()
        return adjacent and not name & {follower.form, follower.form.removesuffix("s")}
    before = words[at - 1].form if at else ""
    return before in FEMALE | MALE and before not in name and bool(name & (FEMALE | MALE))


def _attributed(text: str, around: tuple[Span, Span], article: Article) -> str | None:
    """How the rules of attribution say that the message names the speaker, where a name is there."""
    before, behind = around
    message = Article.from_text(text, title="-", language=article.language)
    for each in attributions_in(attributions(message), [Span(before.end, behind.start)]):
        written = each.speaker or ""
        words = content_words(written, rules_of(article.language))
        outside = text[before.start : before.end] + text[behind.start : behind.end]
        if words and words[-1].form in {word.form for word in words_of(outside)} and written[:1].isupper():
            return written
    return None


def _stranger(text: str, places: Sequence[Span], speakers: ReportedSpeakers) -> str | None:
    """A name that the article knows, though it reports nobody of that name, or one with a usual first name."""
    for place in places:
        words = words_of(text, place)
        for at in range(len(words) - 1):
            one, other = words[at], words[at + 1]
            both = text[one.start].isupper() and text[other.start].isupper() and other.start - one.end == 1
            if both and (other.form in speakers.people or one.form in FEMALE | MALE) and not _is_topic(text, words, at):
                return text[one.start : other.end]
        for word in words[:3]:
            if word.form in speakers.people and text[place.start : place.end].rstrip().endswith(":"):
                return text[word.start : word.end]
    return None


def content_words(text: str, rules: LanguageRules) -> list[Word]:
    """The words of the text that are no grammar."""
    return [word for word in words_of(text) if word.form not in rules.stop_words]


def _only(found: set[str] | None) -> str | None:
    return next(iter(found)) if found and len(found) == 1 else None
