"""The phrases by which people ask whether something is true, or was said so, in all languages: doubters mix them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from retrieval.analysis.spelling import spelling_key
from retrieval.base.words import Word
from retrieval.language import KNOWN
from retrieval.language.rules import union
from retrieval.query.word_readings import WordReadings, keys_of

# Words: to ask takes no more.
LONGEST_ASKING = 14

# In phrases: so many words, a name as a rule.
_NAME, _LONGEST_NAME = "*", 3


class AskingPhrases:
    """Tells whether words of a message ask that. Typing errors are forgiven."""

    def __init__(self) -> None:
        lists = [rules.checking for rules in KNOWN]
        self._asking = _sort_phrases(phrase for each in lists for phrase in each.asking)
        self._tags = _sort_phrases(phrase for each in lists for phrase in (*each.asking, *each.tags))
        self._around = keys_of(union(each.around for each in lists))
        self._commands = keys_of(union(each.commands for each in lists))
        self._question_words = keys_of(union(rules.question_words for rules in KNOWN))
        telling = {word for phrase in self._tags for word in phrase} - {_NAME}
        self._readings = WordReadings(telling, telling | self._around | self._question_words)

    def asks(self, message: str, words: Sequence[Word], *, with_tags: bool = False) -> bool:
        """Whether these words of the message ask, all of them; by one alone only where a question mark says so."""
        if not 0 < len(words) <= LONGEST_ASKING:
            return False
        read = self._readings.read(words)
        return any(
            self._explains(phrase, read)
            for phrase in (self._tags if with_tags else self._asking)
            if len(phrase) > 1 or "?" in message or phrase[0] in self._commands
        )

    def opens(self, words: Sequence[Word]) -> bool:
        """Whether they are a phrase of several words, from the first word on, with others behind it at the most."""
        read = self._readings.read(words)
        listed = (phrase for phrase in self._asking if len(phrase) > 1 and phrase[0] in read[0])
        return any(_NAME not in phrase and self._explains(phrase, read) for phrase in listed)

    def is_command(self, word: Word) -> bool:
        """Whether it is one that asks by itself."""
        return spelling_key(word.form) in self._commands

    def is_idle(self, words: Sequence[Word]) -> bool:
        """Whether they are such as stand beside what asks, and claim nothing."""
        return all(word & self._around for word in self._readings.read(words))

    def _explains(self, phrase: Sequence[str], words: Sequence[frozenset[str]]) -> bool:
        """Whether the words are those of the phrase, in order, and for the rest such as may stand beside it."""
        if not phrase:
            return all(word & self._around for word in words)
        if not words:
            return False
        if phrase[0] == _NAME:
            return any(
                not any(word & self._question_words for word in words[:length])
                and self._explains(phrase[1:], words[length:])
                for length in range(1, _LONGEST_NAME + 1)
            )
        if phrase[0] in words[0] and self._explains(phrase[1:], words[1:]):
            return True
        return bool(words[0] & self._around) and self._explains(phrase, words[1:])


@lru_cache(maxsize=1)
def asking_phrases() -> AskingPhrases:
    """Those of all languages, made once."""
    return AskingPhrases()


def _sort_phrases(phrases: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    keys = {tuple(word if word == _NAME else spelling_key(word) for word in phrase) for phrase in phrases}
    return tuple(sorted(keys, key=lambda phrase: (-len(phrase), phrase)))
