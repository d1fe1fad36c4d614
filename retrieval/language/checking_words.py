"""The shape of what a language says around a quotation: who said it, and whether it is true."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckingWords:
    """Word lists of one language, case folded. Every list may be empty: what it is for is then not recognised.

    `said` are words by which a message says that somebody said something, beside those of questions (`saying`,
    `statements`). By `publications` it names the article itself. Behind the `topical` prepositions a name is what is
    talked about, behind the `topical_openers` among them also where they open the sentence.
    `asking` are phrases that ask whether something is true or was said so; in them "*" stands for one to three words,
    a name as a rule. `tags` are those that do so only behind a statement and with a question mark ("…, oder?").
    `around` are words that may stand beside and between them. `commands` ask for it by themselves, and before what is
    to be checked where a slash stands before them. Behind `subordinating` words comes no claim of its own but the rest
    of a question ("Stimmt es, dass …").
    """

    said: frozenset[str] = frozenset()
    publications: frozenset[str] = frozenset()
    topical: frozenset[str] = frozenset()
    topical_openers: frozenset[str] = frozenset()
    asking: tuple[tuple[str, ...], ...] = ()
    tags: tuple[tuple[str, ...], ...] = ()
    around: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    subordinating: frozenset[str] = frozenset()
