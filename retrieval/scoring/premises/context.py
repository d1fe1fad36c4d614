"""A question held against the sentence that was found for it, and what of them has to be known for that."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from retrieval.analysis.answer_type import AnswerType
from retrieval.analysis.phrases import PhraseList
from retrieval.attribution import grammar_of
from retrieval.attribution.syntax.quotation import quotations
from retrieval.attribution.syntax.tokens import tokens_of
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.language import LanguageRules, rules_of
from retrieval.query.query import Query
from retrieval.scoring.article_facts import ArticleFacts, share_in
from retrieval.scoring.article_index import ArticleIndex

# So many of the question's words stand in a sentence and beside it if both speak of the same matter.
SAME_MATTER = 0.5

# Behind them comes what is asked about, not claimed.
_WHETHER = frozenset({"ob", "whether"})


@lru_cache(maxsize=64)
def _asking_phrases(language: str) -> PhraseList:
    """By which people ask whether something is true, in more than a word."""
    asking = rules_of(language).checking.asking
    return PhraseList(phrase for phrase in asking if len(phrase) > 1 and "*" not in phrase)


@dataclass(frozen=True, eq=False)
class PremiseContext:
    """`index` is that of the sentence's article, `others` are the facts of the other articles that were found."""

    query: Query
    sentence: Sentence
    index: ArticleIndex
    others: tuple[ArticleFacts, ...] = ()

    @property
    def facts(self) -> ArticleFacts:
        """The facts of the sentence's article."""
        return self.index.facts

    @property
    def parsed(self) -> ParsedArticle:
        """The article of the sentence."""
        return self.facts.parsed

    @property
    def text(self) -> str:
        """The message."""
        return self.query.question.text

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the question, without filler."""
        return self.query.question.words

    @cached_property
    def rules(self) -> LanguageRules:
        """Those of the question's language."""
        return rules_of(self.query.question.language)

    @property
    def is_foreign(self) -> bool:
        """Whether question and article are in different languages, as far as is known."""
        return self.query.question.language != self.parsed.article.language

    @property
    def span(self) -> Span:
        """The place of the question in the message."""
        return Span(self.words[0].start, self.words[-1].end) if self.words else Span(0, 0)

    @cached_property
    def is_yes_no(self) -> bool:
        """Whether it asks for yes or no: a no then answers it, and contradicts nothing. A claim takes for given."""
        asks = any(word.form in self.rules.question_words - {"ob"} for word in self.words)
        return not (asks or self.is_claim)

    @cached_property
    def takes_for_given(self) -> bool:
        """Whether it asks why something is so, or claims that it is."""
        why = self.query.answer_type is AnswerType.REASON
        return why or self.is_claim or any(word.form in self.rules.premises.presupposing for word in self.words)

    @cached_property
    def is_claim(self) -> bool:
        """Whether it states something, or asks whether what it states is true."""
        checking, words = self.rules.checking, words_of(self.text)
        if any(word.form in _WHETHER for word in words):
            return False
        tagged = any(tuple(word.form for word in words[-len(tag) :]) == tag for tag in checking.tags)
        states = "?" not in self.text and not any(word.form in self.rules.question_words for word in words)
        return any(_asking_phrases(self.rules.code).find(words)) or ((tagged or states) and self._is_statement())

    @cached_property
    def may_be_denied_in_part(self) -> bool:
        """Whether what denies a part of it may leave it true: a claim, unless it says that something is so already."""
        return self.is_claim and not any(word.form in self.rules.premises.already for word in self.words)

    def _is_statement(self) -> bool:
        """Whether something stands before its first verb."""
        grammar = grammar_of(self.rules.code)
        if grammar is None or not self.words:
            return False
        quoted = quotations(self.text, self.span)
        tokens = tokens_of(self.text, self.span, quoted, self.rules.abbreviations)
        clauses = grammar.clauses(tokens)
        verb = clauses[0].verb if clauses else None
        return verb is not None and verb.finite > 0 and self.words[0].form not in self.rules.premises.auxiliaries

    @cached_property
    def cosine(self) -> float:
        """The cosine of the question with the sentence; 0 if it is not known."""
        return self.index.cosine(self.query, self.sentence)

    def is_near(self, cosine: float, without: Collection[Span] = ()) -> bool:
        """Whether the sentence is this near to the question; where no vectors are known, whether words say so."""
        return self.cosine >= cosine if self.cosine else self.fit(self.nearby, without) >= SAME_MATTER

    def subject(self, without: Collection[Span] = ()) -> list[str]:
        """The forms of the words that say what it is about, but for those within the spans and light ones."""
        return [
            word.form
            for word in self.query.question.subject
            if word.form not in self.rules.light_words and not any(map(word.span.overlaps, without))
        ]

    def terms(self, sentences: Iterable[Sentence]) -> frozenset[str]:
        """The terms of the sentences."""
        return frozenset().union(*(self.facts.terms_of(sentence) for sentence in sentences))

    def fit(self, sentences: Iterable[Sentence], without: Collection[Span] = ()) -> float:
        """How many of the question's words the sentences have, but for those within the spans, 0 to 1."""
        return share_in(self.subject(without), self.terms(sentences))

    @cached_property
    def nearby(self) -> tuple[Sentence, ...]:
        """The sentence with those next to it in its passage."""
        return self.around(self.sentence)

    def around(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """A sentence of the article with those next to it in its passage, in an interview with the question, too."""
        own = self.parsed.of_passage(sentence.passage)
        asked = tuple(each for each in self.parsed.searched_sentences(sentence.passage) if each not in own)
        return (*asked, *(each for each in own if abs(each.number - sentence.number) <= 1))

    @cached_property
    def _stem(self) -> Callable[[str], str]:
        return self.parsed.resources.analyzer.stem

    def stem(self, form: str) -> str:
        """The stem of a word, without the genitive's ending of a name."""
        stem = self._stem(form)
        return stem[:-1] if len(stem) > 4 and stem.endswith("s") else stem

    def stems_of(self, *sentences: Sentence) -> frozenset[str]:
        """The stems of the sentences' words."""
        return frozenset(map(self.stem, {word.form for each in sentences for word in each.words}))

    def written(self, span: Span) -> str:
        """What stands there in the message."""
        return self.text[span.start : span.end]
