"""Whom a message names as the speaker of a quotation, and whether the article says so, too.

Names are looked for in the sentence before the quotation, then in the one behind it: of somebody whom the article
reports, by a word of the name or by what the article calls them; else of whoever the rules of attribution find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from content import Article
from retrieval.analysis.sentences import split_sentences
from retrieval.attribution import Attribution, attributions
from retrieval.attribution.attribution_cache import attributions_in, attributions_within
from retrieval.attribution.syntax.first_names import FEMALE, MALE
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.checking.quotation_check import SpeakerVerdict
from retrieval.checking.reported_speakers import ReportedSpeakers, content_words, speakers_of
from retrieval.language import KNOWN, LanguageRules, rules_of
from retrieval.language.rules import union

# Between a quotation and who says it, and what stands before one that nobody is named for.
_MARKS = "„“”»«\"‚‘’›‹'"
_CONTINUES = re.compile(rf"[{_MARKS}.!?…]*\s*(?:[,(–—-]|so\b)")
_FINISHED = re.compile(rf"[.!?…]\s*+[{_MARKS}]*+\s*+$")

# Messages mix languages: names of papers and verbs of one stand beside a quotation in the other.
_SAID = union(rules.checking.said for rules in KNOWN)
_PUBLICATIONS = union(rules.checking.publications for rules in KNOWN)
_TOPICAL = union(rules.checking.topical for rules in KNOWN)
_TOPICAL_OPENERS = union(rules.checking.topical_openers for rules in KNOWN)


class ClaimedSpeaker(NamedTuple):
    """Whether the right one is named, and the words of the message that name somebody; None: nobody."""

    verdict: SpeakerVerdict
    named: str | None = None


def claimed_speaker(text: str, around: tuple[Span, Span], article: Article, original: Span) -> ClaimedSpeaker:
    """Who is named in the message `text`, in the stretches `around` a quotation: before it and behind it.

    `original` is where the article has it.
    """
    if not any(words_of(text, stretch) for stretch in around):
        return ClaimedSpeaker(SpeakerVerdict.UNSAID)
    speakers = speakers_of(article)
    said = attributions_within(article, [original])
    places = [
        *_naming_sentences(text, around[0], speakers.rules, behind=False),
        *_naming_sentences(text, around[1], speakers.rules, behind=True),
    ]
    reported = next((name for place in places if (name := _reported_speaker(text, place, speakers))), None)
    stranger = None if reported else _attributed_speaker(text, around, article) or _stranger(text, places, speakers)
    if reported is None and stranger is None:
        return ClaimedSpeaker(SpeakerVerdict.UNSAID)
    if reported:
        names, written = {reported[0]}, reported[1]
    else:
        written = stranger or ""
        names = {word.form for word in content_words(written, speakers.rules)}
    publication = _PUBLICATIONS | _origin(article, speakers)
    if said and names <= publication:  # who speaks in it, it does not say
        return ClaimedSpeaker(SpeakerVerdict.UNSAID)
    known = {form for each in said for form in speakers.keys_of(each.speaker or "")} if said else publication
    nouns = {word.form for place in places for word in words_of(text, place)}
    right = names & known or nouns & _common_nouns(said, speakers)
    return ClaimedSpeaker(SpeakerVerdict.RIGHT if right else SpeakerVerdict.WRONG, written)


def _origin(article: Article, speakers: ReportedSpeakers) -> set[str]:
    """The words that name the article's paper and authors."""
    names = " ".join((article.publisher or "", *article.authors))
    return {word.form for word in content_words(names, speakers.rules)}


def _common_nouns(said: Sequence[Attribution], speakers: ReportedSpeakers) -> set[str]:
    """What the article calls them where it has no name: a message may name "the playwright" whom it means."""
    nameless = [each.speaker for each in said if each.speaker and not each.speaker[0].isupper()]
    return {word.form for noun in nameless for word in content_words(noun, speakers.rules)}


def _naming_sentences(text: str, stretch: Span, rules: LanguageRules, *, behind: bool) -> list[Span]:
    """The sentence next to the quotation in that stretch, if it tells who speaks: it goes on, or has a word for it."""
    sentences = [each for each in split_sentences(text, stretch, rules) if words_of(text, each)]
    if not sentences:
        return []
    nearest = sentences[0] if behind else sentences[-1]
    beside = text[stretch.start : nearest.end] if behind else text[nearest.start : stretch.end]
    goes_on = _CONTINUES.match(beside) if behind else not _FINISHED.search(beside)
    tells = any(word.form in rules.saying | rules.statements | _SAID for word in words_of(text, nearest))
    return [nearest] if goes_on or tells else []


def _reported_speaker(text: str, place: Span, speakers: ReportedSpeakers) -> tuple[str, str] | None:
    """Who of those whom the article reports is named there first, and by which words; by name rather than by role."""
    words = words_of(text, place)
    for look_up in (speakers.by_name, speakers.by_role):
        for at, word in enumerate(words):
            of_a_name = text[word.start].isupper() or (at and words[at - 1].form in speakers.rules.stop_words)
            speaker = look_up(word.form) if of_a_name else None
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
            return at > 0 or words[at].form in _TOPICAL_OPENERS
    return at > 0 and words[at - 1].form in _TOPICAL


def _is_namesake(text: str, words: Sequence[Word], at: int, name: frozenset[str]) -> bool:
    """Whether only the first name is the same, as another last name follows, or only the last name."""
    if words[at].form in FEMALE | MALE and at + 1 < len(words):
        follower = words[at + 1]
        adjacent = follower.start - words[at].end == 1 and text[follower.start].isupper()
        return adjacent and not name & {follower.form, follower.form.removesuffix("s")}
    before = words[at - 1].form if at else ""
    return before in FEMALE | MALE and before not in name and bool(name & (FEMALE | MALE))


def _attributed_speaker(text: str, around: tuple[Span, Span], article: Article) -> str | None:
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
