"""A question held against the sentence that was found for it, and what of them has to be known for that."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from retrieval.base.spans import Span
from retrieval.base.words import Word
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.language import LanguageRules, rules_of
from retrieval.query.query import Query
from retrieval.scoring.premises.article_facts import ArticleFacts, share_in


@dataclass(frozen=True, eq=False)
class PremiseContext:
    """`facts` are those of the sentence's article, `others` those of the other articles that were found."""

    query: Query
    sentence: Sentence
    facts: ArticleFacts
    others: tuple[ArticleFacts, ...] = ()

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
        """Whether it can be answered by yes or no: a no then answers it, and contradicts nothing."""
        return not any(word.form in self.rules.question_words - {"ob"} for word in self.words)

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

    def stem(self, form: str) -> str:
        """The stem of a word, without the genitive's ending of a name."""
        stem = self.parsed.resources.analyzer.stem(form)
        return stem[:-1] if len(stem) > 4 and stem.endswith("s") else stem

    def stems_of(self, *sentences: Sentence) -> frozenset[str]:
        """The stems of the sentences' words."""
        return frozenset(self.stem(word.form) for each in sentences for word in each.words)

    def written(self, span: Span) -> str:
        """What stands there in the message."""
        return self.text[span.start : span.end]
