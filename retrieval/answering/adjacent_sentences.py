"""What stands beside the sentence that answers: what it leans on, its reason, what adds to the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from retrieval.analysis.answer_type import AnswerType, offers_something_new
from retrieval.analysis.clauses import opening_clauses
from retrieval.analysis.phrases import PhraseList
from retrieval.analysis.terms import terms_of
from retrieval.base.spans import Span
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.language import rules_of
from retrieval.query.query import Query

# Code points: what stands before the answer must not push it out of sight. Where it is asked who, a whole sentence may
# be longer: words cut out of it may seem to name somebody else.
_LONGEST_LEAD_IN, _LONGEST_NAMING = 90, 150

# An interview's answer that begins in so few code points answers its own question ("Nichts.", "Am Futter."), not ours.
_SHORT_REPLY = 40

# A lead-in of fewer words says nothing that a pronoun could mean.
_FEWEST_WORDS = 3

# A later sentence that scores at most so much lower answers about as well as the core; down to the second line it adds
# to the answer if it has a word of the question, or what that asks for. Of 613 questions of seven sets 64 in 100 quotes
# have a second sentence then, and .654 the answer; with lines of .5 and 1.25 it were 84 in 100, and .662. Before the
# core none joins for its score: of some ninety quotes that would begin with another sentence (three sets), six would
# gain by it.
_AS_GOOD, _ADDS = 0.3, 0.6

# By words alone scores differ more.
_AS_GOOD_BY_WORDS, _ADDS_BY_WORDS = 0.4, 0.85


@lru_cache(maxsize=64)
def _why(language: str) -> PhraseList:
    """The phrases that ask for a reason."""
    return PhraseList(rules_of(language).why)


def adjacent_sentences(
    query: Query, parsed: ParsedArticle, core: Sentence, scores: Mapping[Sentence, float]
) -> Iterator[tuple[Span, bool]]:
    """What may join the core, the most wanted first, and whether each must stand whole.

    Before the core only what it leans on. `scores` are of the sentences that may join it.
    """
    brought = [core]
    if any(_why(query.question.language).find(query.question.words)):
        brought += _reasons(parsed, core)
        for sentence in brought[1:]:
            yield sentence.span, True
    if span := lead_in(parsed, core, asked=query.answer_type):
        yield span, True
    as_good, adds = (_AS_GOOD_BY_WORDS, _ADDS_BY_WORDS) if query.vector is None else (_AS_GOOD, _ADDS)
    behind = [each for each in scores if each.number > core.number and scores[core] - scores[each] <= adds]
    for sentence in sorted(behind, key=lambda sentence: -scores[sentence]):
        if sentence not in brought and not sentence.asks:
            if _points_back(parsed, sentence) and not _follows(sentence, core):
                continue  # behind another sentence "sie" would be somebody else
            if scores[core] - scores[sentence] <= as_good or _adds(query, parsed, sentence):
                yield sentence.span, False


def lead_in(parsed: ParsedArticle, sentence: Sentence, *, asked: AnswerType | None = None) -> Span | None:
    """The sentence before, or its first clauses, if this one cannot be understood without it; None: nothing that fits.

    "Er sagte …" needs it, "Außerdem sagte Meier …" does not. Where it is `asked` who, the pronoun stands for the
    answer: then the sentence may be longer, if no clause fits.
    """
    passage = parsed.of_passage(sentence.passage)
    at = passage.index(sentence)
    if at == 0 or not _points_back(parsed, sentence):
        return None
    before = passage[at - 1]
    length = before.span.end - before.span.start
    told = sum(not token.stop for token in before.tokens)
    if told < _FEWEST_WORDS or (length <= _SHORT_REPLY and _opens_reply(parsed, before)):
        return None
    is_named = asked in (AnswerType.PERSON, AnswerType.NAME) and length <= _LONGEST_NAMING
    return opening_clauses(parsed.article.text, before.span, _LONGEST_LEAD_IN) or (before.span if is_named else None)


def _follows(sentence: Sentence, other: Sentence) -> bool:
    return sentence.passage is other.passage and sentence.number == other.number + 1


def _points_back(parsed: ParsedArticle, sentence: Sentence) -> bool:
    words, leaning, connecting = sentence.words, parsed.resources.leaning, parsed.resources.rules.connecting
    if not words or words[0].form not in connecting:
        return leaning.open(words)
    # "Dann ging er …": the verb stands between the two.
    return any(leaning.open(words[at:]) and words[at].form not in connecting for at in (1, 2) if at < len(words))


def _opens_reply(parsed: ParsedArticle, sentence: Sentence) -> bool:
    return sentence.number > 0 and parsed.sentences[sentence.number - 1].asks


def _reasons(parsed: ParsedArticle, sentence: Sentence) -> Iterator[Sentence]:
    """The next sentence, if it gives a reason ("Damit wollte …") and the sentence itself does not."""
    following = (each for each in parsed.of_passage(sentence.passage) if each.number == sentence.number + 1)
    if not _gives_reason(parsed, sentence):
        yield from (each for each in following if _gives_reason(parsed, each))


def _gives_reason(parsed: ParsedArticle, sentence: Sentence) -> bool:
    return any(word.form in parsed.resources.rules.reasons for word in sentence.words)


def _adds(query: Query, parsed: ParsedArticle, sentence: Sentence) -> bool:
    """Whether it has a word of the question, or what the question asks for: a date, a name, a reason.

    A question in another language shares no words with it: there its score must do.
    """
    if query.question.is_foreign_to(parsed.article.language):
        return True
    if not set(query.terms).isdisjoint(terms_of(sentence.tokens)):
        return True
    kind: AnswerType | None = query.answer_type
    return kind is not None and offers_something_new(parsed.offers(kind, sentence), query.forms)
