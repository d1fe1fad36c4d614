"""A question, reduced to what can be looked up; several, when a message asks several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.analysis.analyzer import Analyzer, Token
from retrieval.analysis.phrases import PhraseList
from retrieval.analysis.spelling import without_umlauts
from retrieval.base.words import Word, words_of
from retrieval.language import LanguageRules, rules_of
from retrieval.language.identification import certain_language_of, language_of
from retrieval.language.rules import union
from retrieval.query.long_messages import asking_part

# The language of a message is told by so many of its code points.
_SAMPLE = 2000

# As many questions of one message are answered: an answer has three quotes.
_MOST = 3

# "xxx" is no word, and nothing to look for.
_RUN = re.compile(r"([^\W\d_])\1{2,}")

_QUESTION_MARK = re.compile(r" ?\?")
_QUESTION_ENDS = re.compile(r"(?<!\?)\?++(?=\s|$)|\n+")


@dataclass(frozen=True)
class Question:
    """What somebody asks.

    `language` is the ISO 639-1 code of the language that it is asked in: in doubt, which `language_is_known` denies, an
    article's.
    `words` are those of the question without filler, in order. `subject` are those of them that say what it is about:
    not question words, grammar or small talk. Both are placed in `text`, the message as it was written. `written` is
    the part of it that asks this.
    """

    text: str
    language: str
    words: tuple[Word, ...]
    subject: tuple[Word, ...]
    written: str
    language_is_known: bool = True

    def is_foreign_to(self, language: str) -> bool:
        """Whether it is surely asked in another language than this one (ISO 639-1)."""
        return self.language_is_known and self.language != language.lower()

    def tokens(self, analyzer: Analyzer) -> tuple[Token, ...]:
        """The words as an article in the lexicon's language is compared with them."""
        about = set(self.subject)
        pairs = zip(self.words, analyzer.read(self.words), strict=True)
        return tuple(token._replace(stop=word not in about) for word, token in pairs)


class QuestionReader:
    """Reads what people ask of articles in given languages. They may ask in another one."""

    def __init__(self, languages: Sequence[LanguageRules]) -> None:
        self._languages = {rules.code: rules for rules in languages}
        self._vocabularies: dict[str, _Vocabulary] = {}

    def read(self, text: str) -> tuple[Question, ...]:
        """The questions of a message, at least one and at most three. Any string will do.

        A question without a subject of its own ("… und warum?") is read together with its neighbour.
        """
        asking = asking_part(text)
        words = words_of(text, asking)
        language = language_of(text[asking.start : asking.end], tuple(self._languages))
        vocabulary = self._vocabulary(language)
        merged: list[Question] = []
        for part in _parts(text, words, vocabulary):
            question = vocabulary.question(text, part)
            if merged and not (vocabulary.stands_alone(question) and vocabulary.stands_alone(merged[-1])):
                question = _join(merged.pop(), question)
            merged.append(question)
        if len(merged) == 1:  # what stands around its words belongs to it, too
            merged = [replace(merged[0], written=text[asking.start : asking.end].strip())]
        return tuple(replace(question, language_is_known=language is not None) for question in merged[:_MOST])

    def certain_language(self, text: str) -> str | None:
        """The ISO 639-1 code of the language that the message is in; None when it may be another of the articles'."""
        languages = tuple(self._languages)
        language = language_of(text[:_SAMPLE], languages)
        return certain_language_of(text[:_SAMPLE], languages) if language in languages else language

    def _vocabulary(self, language: str | None) -> _Vocabulary:
        code = language or next(iter(self._languages))
        if code not in self._vocabularies:
            # Words of the articles' languages mean something else in another one: "war", "die" and "man" in English.
            rules = tuple(self._languages.values()) if code in self._languages else (rules_of(code),)
            self._vocabularies[code] = _Vocabulary(code, rules)
        return self._vocabularies[code]


class _Vocabulary:
    """The word lists of some languages, put together to read questions in one of them with."""

    def __init__(self, language: str, languages: Sequence[LanguageRules]) -> None:
        self.language = language
        stop_words = union(rules.stop_words for rules in languages)
        self._stop_words = stop_words | {without_umlauts(form) for form in stop_words}
        self._small_talk = union(rules.small_talk for rules in languages)
        self._saying = union(rules.saying for rules in languages)
        self._light = union(rules.light_words for rules in languages)
        self._filler = PhraseList(phrase for rules in languages for phrase in rules.filler)
        self.joining = union(rules.joining for rules in languages)
        self.question_words = union(rules.question_words for rules in languages)

    def question(self, text: str, words: Sequence[Word]) -> Question:
        """The words as a question, without filler."""
        filler = {at for found in self._filler.find(words) for at in found}
        left = tuple(word for at, word in enumerate(words) if at not in filler)
        subject = tuple(
            word
            for word in left
            if word.form not in self._stop_words and without_umlauts(word.form) not in self._stop_words
        )
        if all(word.form in self._small_talk or _RUN.fullmatch(word.form) for word in subject):
            subject = ()
        # "Was sagt Musk?" asks about Musk; articles have other words for saying (`scoring.speaker_questions`).
        subject = tuple(word for word in subject if word.form not in self._saying) or subject
        return Question(text, self.language, left, subject, _written(text, words))

    def stands_alone(self, question: Question) -> bool:
        """Whether the question names something to look for, not just what could be asked about anything."""
        return any(word.form not in self._light and word.form not in self._small_talk for word in question.subject)


def _written(text: str, words: Sequence[Word]) -> str:
    """The words as they were written, with the question mark behind them: what reads them knows whole questions."""
    if not words:
        return ""
    mark = _QUESTION_MARK.match(text, words[-1].end)
    return text[words[0].start : mark.end() if mark else words[-1].end]


def _join(one: Question, other: Question) -> Question:
    return replace(
        one,
        words=one.words + other.words,
        subject=one.subject + other.subject,
        written=f"{one.written} {other.written}".strip(),
    )


def _parts(text: str, words: Sequence[Word], vocabulary: _Vocabulary) -> Iterator[tuple[Word, ...]]:
    """The words of each part of the text that may be a question of its own."""
    part: list[Word] = []
    for at, word in enumerate(words):
        gap = text[part[-1].end : word.start] if part else ""
        following = words[at + 1].form if at + 1 < len(words) else ""
        joined = word.form in vocabulary.joining and following in vocabulary.question_words
        if part and (joined or _QUESTION_ENDS.search(gap)):
            yield tuple(part)
            part = []
        part.append(word)
    yield tuple(part)
