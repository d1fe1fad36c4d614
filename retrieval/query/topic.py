"""What a message is about, when it does not ask the text: the article itself, or nothing.

A message has a topic only when all its words belong to it: phrases of the topic, in their order, and words that may
stand around them. So "Wer ist der Autor?" has one, and "Wer ist der Autor der Studie?" has none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from retrieval.analysis.spelling import spelling_key
from retrieval.base.words import words_of
from retrieval.language import KNOWN
from retrieval.language.rules import TopicPatterns, union
from retrieval.query.word_readings import WordReadings, keys_of

# Code points: what asks for no more than this is short, and so is what is no question.
_LONGEST = 160

# In phrases: the article, named or pointed at, and the article named.
_ANY, _NAMED = "*", "#"


class Topic(StrEnum):
    """What a message can be about instead of the text.

    `OVERVIEW`: what the article is about as a whole. `AUTHOR`, `PUBLISHED` (when), `PUBLISHER`, `URL`: what stands in
    its front matter. `TALK`: nothing that could be looked up (thanks, greetings, laughter, insults).
    """

    OVERVIEW = "overview"
    AUTHOR = "author"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    URL = "url"
    TALK = "talk"


class TopicDetector:
    """Hears what messages are about, in any of the known languages."""

    def __init__(self) -> None:
        self._languages = tuple(_LanguageTopics(rules.topics) for rules in KNOWN if rules.topics.around)
        # Who thanks or laughs mixes languages.
        self._talk_words = keys_of(union(rules.topics.talk_words for rules in KNOWN))
        self._neutral = self._talk_words | keys_of(union(rules.topics.neutral for rules in KNOWN))
        self._works = frozenset().union(*(each.works for each in self._languages))
        telling = frozenset().union(self._talk_words, self._works, *(each.telling for each in self._languages))
        known = telling.union(self._neutral, *(each.around for each in self._languages))
        self._readings = WordReadings(telling, known)
        self.topic = lru_cache(maxsize=256)(self._topic)

    def _topic(self, message: str, *, leaning: bool = False) -> Topic | None:
        """What the message is about instead of the text; None: it may ask the text.

        `leaning`: it replies to a quote; "this" then means what that says, and not the article.
        """
        if len(message) > _LONGEST:
            return None
        words = self._read(message)
        if not words:
            return Topic.TALK if _shows_something(message) else None
        found = {
            topic: max(
                each.count_explained_words(topic, words, each.around, leaning=leaning) for each in self._languages
            )
            for topic in Topic
            if topic is not Topic.TALK
        }
        best = max(found, key=lambda topic: found[topic])  # the first of equals
        if found[best]:
            return best
        if all(word & self._neutral for word in words) and any(word & self._talk_words for word in words):
            return Topic.TALK
        talks = any(each.count_explained_words(Topic.TALK, words, self._neutral) for each in self._languages)
        return Topic.TALK if talks else None

    def names_article(self, message: str) -> bool:
        """Whether it calls the article by a word for it ("the interview"), rather than pointing at it."""
        return any(word & self._works for word in self._read(message))

    def _read(self, message: str) -> list[frozenset[str]]:
        return self._readings.read(words_of(message))


class _LanguageTopics:
    """The lists of one language, as they are compared."""

    def __init__(self, patterns: TopicPatterns) -> None:
        self._phrases = {topic: _sort_phrases(map(_phrase, getattr(patterns, topic))) for topic in Topic}
        self.works = keys_of(patterns.works)
        self._pointed_at = self.works | keys_of(patterns.pointers)
        self.around = self._pointed_at | keys_of(patterns.around)
        in_phrases = {topic: {word for phrase in listed for word in phrase} for topic, listed in self._phrases.items()}
        self._words = {topic: self._pointed_at | words for topic, words in in_phrases.items()}
        # Who asks for one thing twice ("Worum geht's? Ein Überblick bitte") still asks for that alone.
        self._alone = {topic: frozenset(p[0] for p in listed if len(p) == 1) for topic, listed in self._phrases.items()}
        self.telling = frozenset().union(*in_phrases.values()) - {_ANY, _NAMED}

    def count_explained_words(
        self, topic: Topic, words: Sequence[frozenset[str]], beside: frozenset[str], *, leaning: bool = False
    ) -> int:
        """How many words the longest of the topic's phrases has that explains the message; 0: none does."""
        places = {_ANY: self.works if leaning else self._pointed_at, _NAMED: self.works}
        beside = beside | self._alone[topic]
        # Most messages have a word that is in none of the phrases: a thousand of these need not be tried then.
        if any(word.isdisjoint(beside) and word.isdisjoint(self._words[topic]) for word in words):
            return 0
        return next((len(phrase) for phrase in self._phrases[topic] if _explains(phrase, words, beside, places)), 0)


def _explains(
    phrase: Sequence[str],
    words: Sequence[frozenset[str]],
    beside: frozenset[str],
    places: Mapping[str, frozenset[str]],
) -> bool:
    """Whether the words are those of the phrase, in order, and for the rest such as may stand beside it."""
    wanted = iter(phrase)
    want = next(wanted, None)
    for word in words:
        if want is not None and (want in word or word & places.get(want, frozenset())):
            want = next(wanted, None)
        elif not word & beside:
            return False
    return want is None


def _phrase(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word if word in (_ANY, _NAMED) else spelling_key(word) for word in words)


def _sort_phrases(phrases: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))


def _shows_something(message: str) -> bool:
    """Whether it has a character that can be seen: an emoji, as a rule."""
    return any(unicodedata.category(char)[0] not in "CZ" for char in message)
