"""What speaks against a sentence as an answer, though words and meaning speak for it.

A question that is near to an article is often not answered there ("Wie alt ist Bürgermeisterin Vogt?", where it says
all but her age). Each doubt here is one such kind. It takes no sentence away: what is doubted is shown as the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from retrieval.analysis.answer_type import AnswerType, offers_something_new
from retrieval.analysis.terms import MOST, has_word, terms_of
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.language import rules_of
from retrieval.query.asked_speaker import asked_speaker
from retrieval.query.query import Query
from retrieval.scoring.decision.word_coverage import has_lookalikes_alone
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.search_result import SearchResult

_YEAR = re.compile(r"1\d{3}|20\d\d")


class Doubt(StrEnum):
    """What a sentence lacks."""

    NO_DATE = "no date"
    NO_DURATION = "no duration"
    NO_AGE = "no age"
    NO_PRICE = "no price"
    NO_NUMBER = "no number"
    NO_NAME = "no name"
    NO_REASON = "no reason"
    UNKNOWN_SPEAKER = "unknown speaker"
    UNKNOWN_YEAR = "unknown year"
    UNKNOWN_NAME = "unknown name"
    UNKNOWN_NUMBER = "unknown number"
    NOTHING_NEW = "nothing new"
    OTHER_WORD = "other word"


_OF_KINDS = {
    AnswerType.DATE: Doubt.NO_DATE,
    AnswerType.DURATION: Doubt.NO_DURATION,
    AnswerType.AGE: Doubt.NO_AGE,
    AnswerType.PRICE: Doubt.NO_PRICE,
    AnswerType.NUMBER: Doubt.NO_NUMBER,
    AnswerType.NAME: Doubt.NO_NAME,
}


# What a question names and no article found has, as a rule the heart of it.
_OF_PARTS = {PartKind.NAME: Doubt.UNKNOWN_NAME, PartKind.NUMBER: Doubt.UNKNOWN_NUMBER}


def doubts_of(
    found: SearchResult, sentence: Sentence, unsupported: Sequence[UnsupportedPart] = ()
) -> tuple[Doubt, ...]:
    """What speaks against the sentence, which was found for a query, of which these parts are not supported."""
    query, parsed = found.query, found.index_of(sentence).parsed
    unknown = (_OF_PARTS[part.kind] for part in unsupported if part.absent and part.kind in _OF_PARTS)
    return tuple(dict.fromkeys([*_doubts(query, parsed, sentence), *unknown]))


def _doubts(query: Query, parsed: ParsedArticle, sentence: Sentence) -> Iterator[Doubt]:
    kind = query.answer_type
    if kind in _OF_KINDS and not offers_something_new(parsed.offers(kind, sentence), query.forms):
        yield _OF_KINDS[kind]
    if kind is AnswerType.REASON and _restates(query, sentence) and not _reasons(parsed, sentence):
        yield Doubt.NO_REASON
    if _has_question_word(query) and not _new_words(query, sentence):
        yield Doubt.NOTHING_NEW
    if has_lookalikes_alone(query, parsed.searched_sentences(sentence.passage)):
        yield Doubt.OTHER_WORD
    if _speaker_is_unknown(query, parsed):
        yield Doubt.UNKNOWN_SPEAKER
    if _year_is_unknown(query, parsed):
        yield Doubt.UNKNOWN_YEAR


def _restates(query: Query, sentence: Sentence) -> bool:
    """Whether the sentence says what the question takes for given, and so seldom why."""
    there = set(terms_of(sentence.tokens))
    return bool(query.terms) and sum(term in there for term in query.terms) >= MOST * len(query.terms)


def _reasons(parsed: ParsedArticle, sentence: Sentence) -> bool:
    """Whether the sentence, or the next one of its passage, gives a reason."""
    beside = (each for each in parsed.of_passage(sentence.passage) if 0 <= each.number - sentence.number <= 1)
    return any(parsed.offers(AnswerType.REASON, each) for each in beside)


def _has_question_word(query: Query) -> bool:
    words = rules_of(query.question.language).question_words
    return any(word.form in words for word in query.question.words)


def _new_words(query: Query, sentence: Sentence) -> int:
    """How many words of the sentence's subject the question does not have."""
    asked = set(query.terms)
    return sum(not has_word(asked, token.key) for token in sentence.tokens if not token.stop)


def _speaker_is_unknown(query: Query, parsed: ParsedArticle) -> bool:
    """Whether it is asked, in the article's language, what somebody says whom the article does not have at all."""
    if query.question.is_foreign_to(parsed.article.language):
        return False
    named = asked_speaker(query)
    return bool(named) and not any(has_word(parsed.terms, token.key) for token in named)


def _year_is_unknown(query: Query, parsed: ParsedArticle) -> bool:
    """Whether the question has a year that the article does not have. Of other figures most are parts of names."""
    years = {token.form for token in query.tokens if _YEAR.fullmatch(token.form)}
    return not all(any(year in form for form in parsed.figures) for year in years)
