"""How a message leans on the quote that it replies to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from retrieval.analysis.answer_type import DETAILS, AnswerType, AnswerTypeRules
from retrieval.analysis.phrases import PhraseList
from retrieval.base.words import Word, words_of
from retrieval.language import KNOWN
from retrieval.language.rules import union
from retrieval.query.question import Question

# A message is read up to here (code points): what asks for no more than the source, or for more, is short.
_LONGEST = 200


class FollowUpIntent(StrEnum):
    """What a message without a subject of its own asks about a quote.

    `SOURCE`: who says it, or whether it is sure. `MORE`: what else there is. `ONWARD`: how it goes on. `REASON`: why.
    `DETAIL`: when, how much, how long or who. `AROUND`: something that what stands around the quote may tell.
    """

    SOURCE = "source"
    MORE = "more"
    ONWARD = "onward"
    REASON = "reason"
    DETAIL = "detail"
    AROUND = "around"


class FollowUpDetector:
    """Hears how messages lean on a quote, in any of the known languages."""

    def __init__(self) -> None:
        self._why = PhraseList(phrase for rules in KNOWN for phrase in rules.why)
        self._question_words = union(rules.question_words for rules in KNOWN)
        self._anything = union(rules.light_words | rules.small_talk | rules.stop_words for rules in KNOWN)
        self._kinds = PhraseList(phrase for rules in KNOWN for phrase in rules.answer_types.phrases)
        self._saying = union(rules.saying for rules in KNOWN)
        self._answer_types = tuple(map(AnswerTypeRules, KNOWN))
        self._lists = {
            FollowUpIntent.SOURCE: _Messages(
                phrase for rules in KNOWN for phrase in (*rules.follow_ups.source, *rules.checking.asking)
            ),
            FollowUpIntent.MORE: _Messages(phrase for rules in KNOWN for phrase in rules.follow_ups.more),
            FollowUpIntent.ONWARD: _Messages(phrase for rules in KNOWN for phrase in rules.follow_ups.onward),
        }

    def message_intent(self, message: str) -> FollowUpIntent | None:
        """What the message asks for; None when it asks for something else, or names what it is about."""
        words = words_of(message[: _LONGEST + 1])
        if len(message) > _LONGEST or not words:
            return None
        return next((intent for intent, messages in self._lists.items() if messages.are(words)), None)

    def is_follow_up(self, question: Question) -> bool:
        """Whether it asks something, but names nothing to look for: its words could be asked about anything."""
        asking = {
            question.words[at] for phrases in (self._why, self._kinds) for r in phrases.find(question.words) for at in r
        }
        named = any(word not in asking and word.form not in self._anything for word in question.subject)
        return not named and any(word.form in self._question_words for word in question.words)

    def question_intent(self, question: Question) -> FollowUpIntent | None:
        """How a question leans that has no subject at all; None when it has one, or asks for nothing."""
        if question.subject:
            return None
        if self.asks_why(question):
            return FollowUpIntent.REASON
        return FollowUpIntent.DETAIL if self.kind(question) in DETAILS else None

    def asks_why(self, question: Question) -> bool:
        """Whether it asks for a reason."""
        return any(self._why.find(question.words))

    def asks_for_words(self, question: Question) -> bool:
        """Whether it asks what somebody says."""
        return any(word.form in self._saying for word in question.words)

    def kind(self, question: Question) -> AnswerType | None:
        """The kind of thing that it asks for; None when its words do not tell."""
        kinds = (answer_types.of(question.words) for answer_types in self._answer_types)
        return next((kind for kind in kinds if kind and kind is not AnswerType.REASON), None)


class _Messages:
    """A list of phrases that are a whole message, but for words that say nothing of their own."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        listed = tuple(phrases)
        self._phrases = PhraseList(listed)
        telling = {word for phrase in listed for word in phrase}
        idle = union(rules.small_talk for rules in KNOWN)
        self._idle: Collection[str] = idle - telling
        grammar = union(rules.stop_words | rules.small_talk | rules.saying for rules in KNOWN)
        self._grammar: Collection[str] = grammar - union(rules.question_words for rules in KNOWN)

    def are(self, words: Sequence[Word]) -> bool:
        left = [word for word in words if word.form not in self._idle]
        found = {at for phrase in self._phrases.find(left) for at in phrase}
        return bool(found) and all(word.form in self._grammar for at, word in enumerate(left) if at not in found)
