"""The shape of what a language says by which a question can be at odds with an article: figures, names, opposites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PremiseWords:
    """Word lists of one language, case folded. Every list may be empty: what it is for is then not looked for.

    `numerals` are number words, `scales` words that multiply the figure before them ("Millionen"); `months` and
    `weekdays` are numbered from 1, `seasons` (and holidays) have the months of which they may be said; `measures` are
    units, each with what it measures and how many of the smallest unit it is. `decimal` is the mark before a fraction.
    `approximate` are words before a figure that need not be exact ("rund"); `selecting` those before a number that only
    counts what is asked for ("welche drei"); `centuries` are the words for a century.
    `not_names` are words, capitalised as names are, that may be missing from an article without its lacking anything.
    `roles` is a pattern (`re`) of nouns that stand before a name and say what its bearer is; `places` are names of
    places that are not taken for other nouns; `same_names` groups of names for one thing,
    `countries` those of them that are countries, with whom and what belongs to them.
    `before_names` are words that join a noun and a name behind it ("die Firma aus Siegen", "Klinik am Wall").
    In `contracted` prepositions is an article, so that no name stands behind them ("im"). `definite` are the
    determiners of what is known already.
    A noun behind one of the `kinds` (a pattern) that has one of the `determiners` before it is a name ("die Brauerei
    Hopfner"). `singular_auxiliaries` and `singular_verbs` (a pattern) are
    verbs whose subject is one; `uncounted` are nouns
    that stand without an article, too. `place_endings` and
    `street_endings` are patterns (`re`) of how names of places and streets end.
    `object_determiners` open a phrase that is no subject, `joining_nouns` one that belongs to another noun or is a
    place, and `asking_for_doer` a question for the subject; behind the
    `auxiliaries` of a question stands its subject. Of the `verbs_without_roles` (infinitives) subject and object can
    change places, or what happens to a thing can be said of it ("the door opens").
    `negations` turn a statement into its opposite, `already` are words that exclude "not yet" or "never"; `denials` are
    patterns (`re`) of verbs that do so with a clause, `exceptions` of words that say of what a sentence is not true.
    `opposites` are groups of patterns (`re`) of words that exclude each other, `opposite_prefixes` pairs of what words
    begin with that do so; one of a pair may be empty.
    `opposite_prepositions` do so only before the same word. `presupposing` are question words that take the rest of
    their question for given.
    """

    numerals: Mapping[str, float] = field(default_factory=dict, hash=False, repr=False)
    scales: Mapping[str, float] = field(default_factory=dict, hash=False, repr=False)
    months: Mapping[str, int] = field(default_factory=dict, hash=False, repr=False)
    weekdays: Mapping[str, int] = field(default_factory=dict, hash=False, repr=False)
    measures: Mapping[str, tuple[str, float]] = field(default_factory=dict, hash=False, repr=False)
    seasons: Mapping[str, tuple[int, ...]] = field(default_factory=dict, hash=False, repr=False)
    decimal: str = "."
    approximate: frozenset[str] = frozenset()
    selecting: frozenset[str] = frozenset()
    centuries: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    roles: str = r"(?!)"
    places: frozenset[str] = frozenset()
    same_names: tuple[frozenset[str], ...] = ()
    countries: tuple[frozenset[str], ...] = ()
    before_names: frozenset[str] = frozenset()
    contracted: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    kinds: str = r"(?!)"
    singular_auxiliaries: frozenset[str] = frozenset()
    singular_verbs: str = r"(?!)"
    uncounted: frozenset[str] = frozenset()
    place_endings: str = r"(?!)"
    street_endings: str = r"(?!)"
    object_determiners: frozenset[str] = frozenset()
    joining_nouns: frozenset[str] = frozenset()
    asking_for_doer: frozenset[str] = frozenset()
    verbs_without_roles: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    already: frozenset[str] = frozenset()
    denials: str = r"(?!)"
    exceptions: str = r"(?!)"
    opposite_prepositions: tuple[tuple[str, str], ...] = ()
    presupposing: frozenset[str] = frozenset()
    opposites: tuple[tuple[str, ...], ...] = ()
    opposite_prefixes: tuple[tuple[str, str], ...] = ()
