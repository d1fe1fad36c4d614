"""What an article has that questions can be held against: its words, figures and names, read once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from retrieval.analysis.figures import Figure, figures_of
from retrieval.analysis.spelling import is_slip, spelling_key
from retrieval.analysis.terms import MOST, has_word, ngrams_of, terms_of
from retrieval.attribution.parts import parts_of
from retrieval.attribution.syntax.first_names import FEMALE, MALE
from retrieval.base.spans import Span
from retrieval.base.words import Word, normalise, words_of
from retrieval.index.parsed_article import ParsedArticle, Sentence

# In shorter words a letter makes another word.
_LEAST_MISSPELT = 4

# A noun with fewer is often but a letter away from a name.
_LEAST_LIKE_A_NAME = 6

# "Millionen Euro" and "Fünf Pfund Mehl" are no names; Johanna Pfund has one.
_CURRENCIES = frozenset({"euro", "dollar", "franken", "pfund", "cent", "euros", "dollars"})

# Compounds that begin with the same so many letters speak of the same thing.
_FIRST_PART = 6


class FigureInSentence(NamedTuple):
    """A figure of an article, and the sentence that it stands in."""

    figure: Figure
    sentence: Sentence


class ArticleFacts:
    """The facts of one article."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self.parsed = parsed
        self.rules = parsed.resources.rules
        self._terms: dict[Span, frozenset[str]] = {}

    def terms_of(self, sentence: Sentence) -> frozenset[str]:
        """The terms of a sentence, made when first asked for: a question is held against many."""
        if sentence.span not in self._terms:
            self._terms[sentence.span] = frozenset(terms_of(sentence.tokens))
        return self._terms[sentence.span]

    @cached_property
    def figures(self) -> tuple[FigureInSentence, ...]:
        """The figures of its sentences, in order."""
        text = self.parsed.article.text
        return tuple(
            FigureInSentence(figure, sentence)
            for sentence in self.parsed.sentences
            for figure in figures_of(text, sentence.span, self.rules)
        )

    @cached_property
    def figures_around(self) -> tuple[Figure, ...]:
        """The figures of its title and headings: whatever is not in its sentences."""
        found = [*figures_of(self.parsed.article.title, Span(0, len(self.parsed.article.title)), self.rules)]
        text = self.parsed.article.text
        return (*found, *figures_of(text, Span(0, len(text)), self.rules))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of its text, headings among them, in order; those of its sentences are not read again."""
        text, words, end = self.parsed.article.text, list[Word](), 0
        for sentence in self.parsed.sentences:
            words += (*words_of(text, Span(end, sentence.span.start)), *sentence.words)
            end = sentence.span.end
        return (*words, *words_of(text, Span(end, len(text))))

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of all its words, also of its title and of what is known of its origin."""
        article = self.parsed.article
        origin = " ".join([article.title, article.publisher or "", *article.authors])
        return frozenset(word.form for word in (*self.words, *words_of(origin)))

    @cached_property
    def _numbers_of(self) -> dict[str, list[int]]:
        """For each form, the numbers of the sentences that have it."""
        found = defaultdict[str, list[int]](list)
        for sentence in self.parsed.sentences:
            for form in {word.form for word in sentence.words}:
                found[form].append(sentence.number)
        return found

    def forms_like(self, fits: Callable[[str], bool]) -> frozenset[str]:
        """The forms of its sentences' words that fit; each form is tried once, however often it stands there."""
        return frozenset(filter(fits, self._numbers_of))

    def sentences_with(self, forms: Collection[str]) -> list[Sentence]:
        """The sentences that have one of these forms, in order."""
        numbers = {number for form in forms for number in self._numbers_of.get(form, ())}
        return [self.parsed.sentences[number] for number in sorted(numbers)]

    @cached_property
    def written_small(self) -> frozenset[str]:
        """The forms of the words of its text that it also writes without a capital."""
        text = self.parsed.article.text
        return frozenset(word.form for word in self.words if text[word.start].islower())

    @cached_property
    def written_large(self) -> frozenset[str]:
        """The forms of the words of its text that it writes with a capital alone."""
        return frozenset(word.form for word in self.words) - self.written_small

    @cached_property
    def _by_gram(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for form in self.forms:
            for gram in ngrams_of(spelling_key(form)):
                found[gram].add(form)
        return found

    def has(self, form: str) -> bool:
        """Whether one of its words is the form, inflected or misspelt, or has it as a part."""
        return form in self.forms or self._has_alike(form) or self._has_misspelt(form)

    def _has_misspelt(self, form: str) -> bool:
        if len(form) < _LEAST_MISSPELT:
            return False
        return any(len(other) >= _LEAST_MISSPELT and is_slip(form, other) for other in self.forms)

    def has_name(self, form: str) -> bool:
        """The same of a word with a capital: no misspelt one of those that it writes small ("beiden" for "Biden").

        Nor a short noun of its own: "Boden".
        """
        slip = len(form) >= _LEAST_MISSPELT and any(
            len(other) >= _LEAST_MISSPELT and is_slip(form, other) and not self._is_short_noun(other)
            for other in self.forms - self.written_small - self.rules.stop_words
        )
        return form in self.forms or self._has_alike(form) or slip

    def _is_short_noun(self, form: str) -> bool:
        determined = self.rules.premises.determiners & self.forms_before[form]
        return len(form) < _LEAST_LIKE_A_NAME and bool(determined)

    def has_beginning(self, form: str) -> bool:
        """Whether one of its words begins as the form does, for the most part: a compound with the same first part."""
        return form[:_FIRST_PART] in self._beginnings if len(form) > _FIRST_PART else False

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(form[:_FIRST_PART] for form in self.forms)

    def _has_alike(self, form: str) -> bool:
        grams = set(ngrams_of(spelling_key(form)))
        shared = Counter(other for gram in grams for other in self._by_gram.get(gram, ()))
        return any(count >= MOST * len(grams) for count in shared.values())

    @cached_property
    def people(self) -> frozenset[str]:
        """The forms of words in names of people, as far as these show: two words behind a third, or a first name.

        Whom the article lets speak by two names is among them; in English any two capitalised words in a row.
        """
        found = set[str]()
        for run in self._capitalised_runs:
            first = next((at for at, word in enumerate(run[:-1]) if word.form in FEMALE or word.form in MALE), None)
            if first is not None:
                found |= {word.form for word in run[first:]}
            elif len(run) > 2 or self.rules.code == "en" or self._is_name(run):
                found |= {word.form for word in run[-2:]}
        # A long article is not read whole for who speaks in it: there its capitals have to do.
        is_short = len(parts_of(self.parsed.article)) == 1
        for said in self.parsed.attributions if is_short else ():
            names = (said.speaker or "").split()
            if len(names) == 2 and all(name[0].isupper() for name in names):
                found |= {normalise(name) for name in names}
        return frozenset(found - self.rules.stop_words)

    def _is_name(self, run: list[Word]) -> bool:
        """Whether two words in a row are a name: no determiner is before them, and the second also stands alone."""
        first, last = run[0].form, run[-1].form
        before = self.forms_before
        return not any(self.rules.premises.determiners & before[form] for form in (first, last)) and bool(
            before[last] - {first}
        )

    @cached_property
    def forms_before(self) -> defaultdict[str, set[str]]:
        """For each form of the article, the forms of the words right before it."""
        found = defaultdict[str, set[str]](set)
        for before, word in pairwise(self.words):
            found[word.form].add(before.form)
        return found

    @cached_property
    def _capitalised_runs(self) -> list[list[Word]]:
        """Two and more capitalised words in a row, with nothing but a blank between them."""
        text, runs = self.parsed.article.text, list[list[Word]]()
        for one, other in pairwise(self.words):
            if self._amounts & {one.start, other.start}:
                continue
            if not (text[one.start].isupper() and text[other.start].isupper() and text[one.end : other.start] == " "):
                continue
            if runs and runs[-1][-1] == one:
                runs[-1].append(other)
            elif one.form not in self.rules.stop_words:
                runs.append([one, other])
        return runs

    @cached_property
    def _amounts(self) -> frozenset[int]:
        """Where words begin that say how much: scales, and currencies behind a number or a scale."""
        scales, numerals = self.rules.premises.scales, self.rules.premises.numerals
        currencies = (
            word.start
            for before, word in pairwise(self.words)
            if word.form in _CURRENCIES
            and (before.form[0].isdigit() or before.form in numerals or before.form in scales)
        )
        return frozenset(currencies).union(word.start for word in self.words if word.form in scales)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The first letters of its capitalised words in a row, in lower case: "eu" of "European Union"."""
        text = self.parsed.article.text
        letters = [text[word.start] if text[word.start].isupper() else " " for word in self.words]
        runs = "".join(letters).lower().split()
        return frozenset(run[at : at + size] for run in runs for size in (2, 3, 4) for at in range(len(run) - size + 1))


def share_in(forms: Collection[str], terms: Collection[str]) -> float:
    """How many of the words are for the most part among the terms, 0 to 1; 0 for no words."""
    return sum(has_word(terms, spelling_key(form)) for form in forms) / len(forms) if forms else 0.0
