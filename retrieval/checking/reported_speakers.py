"""Those whom an article reports, by the words that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from content import Article
from retrieval.attribution.attribution_cache import attributions_of
from retrieval.base.words import Word, words_of
from retrieval.language import LanguageRules, rules_of

# Words before a name in which its role stands: "Kämmerer Ingo Sauerwein".
_ROLE = 2


class ReportedSpeakers:
    """Finds who is meant by a word. Everybody is known by the last word of the name: `names` has all words of each.

    `people` are the forms of capitalised words in a row anywhere in the article, which are those of names, as a rule.
    """

    def __init__(self, article: Article) -> None:
        self.rules = rules_of(article.language)
        self._text = article.text
        self._words = words_of(article.text)
        self.names: dict[str, frozenset[str]] = {}
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._by_role: defaultdict[str, set[str]] = defaultdict(set)
        for each in attributions_of(article):
            if each.speaker:
                self._add(each.speaker, each.mention or "")
        self.people = frozenset(self._names_in_a_row())

    def _add(self, speaker: str, mention: str) -> None:
        name = self.name_of(speaker)
        if name and name[-1] not in self.names:
            self.names[name[-1]] = frozenset()
            for role in self._roles(name[-1]):
                self._by_role[role].add(name[-1])
        for form in name:
            self.names[name[-1]] |= {form}
            self._by_name[form].add(name[-1])
        for word in content_words(mention, self.rules) if name else ():
            self._by_role[word.form].add(name[-1])

    def name_of(self, speaker: str) -> tuple[str, ...]:
        """The words of the name, the last of which is the key, without what stands behind: "of the Red Cross"."""
        words = content_words(speaker, self.rules)
        capital = takewhile(
            lambda word: speaker[word.start].isupper(), words_of(speaker)[bool(words and words[0].start) :]
        )
        return tuple(word.form for word in capital if word in words)

    def keys_of(self, speaker: str) -> tuple[str, ...]:
        """The last word of the name; of "the playwright", the names of all whom the article calls so."""
        if name := self.name_of(speaker):
            return name[-1:]
        return tuple(key for word in content_words(speaker, self.rules) for key in self._by_role.get(word.form, ()))

    def _roles(self, last: str) -> Iterator[str]:
        for at, word in enumerate(self._words):
            if word.form == last:
                for before in self._words[max(0, at - _ROLE) : at]:
                    if self._text[before.start].isupper() and before.form not in self.rules.stop_words:
                        yield before.form

    def _names_in_a_row(self) -> Iterator[str]:
        for one, other in pairwise(self._words):
            written = self._text[one.start].isupper() and self._text[other.start].isupper()
            if written and other.start - one.end == 1 and one.form not in self.rules.stop_words:
                yield from (one.form, other.form)

    def by_name(self, form: str) -> str | None:
        """The only one with this word in the name, also in the genitive, by the last word of that."""
        return _only(self._by_name.get(form) or self._by_name.get(form.removesuffix("s")))

    def by_role(self, form: str) -> str | None:
        """The only one whom the article calls by this word."""
        return _only(self._by_role.get(form))


def content_words(text: str, rules: LanguageRules) -> list[Word]:
    """The words of the text that are no grammar."""
    return [word for word in words_of(text) if word.form not in rules.stop_words]


@lru_cache(maxsize=256)
def speakers_of(article: Article) -> ReportedSpeakers:
    """Those whom the article reports."""
    return ReportedSpeakers(article)


def _only(found: set[str] | None) -> str | None:
    return next(iter(found)) if found and len(found) == 1 else None
