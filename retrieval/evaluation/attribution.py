"""How good the attributions of an article are, by a gold reading of it.

A sentence counts as found when the article has an attribution that covers it, right when the gold reading has it as
reported too. A speaker is right whose last word is that of the gold reading, or that is a part of it, or the other way
round: "Teale" for "Marcus Teale". The gold files' format: tests/gold/README.md.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from content import Article
from retrieval.attribution import Attribution, attributions
from retrieval.attribution.attribution import Resolution
from retrieval.base.errors import UnusableGold


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A reported sentence, by its first words; `speaker` is None when the article names nobody."""

    starts: str
    speaker: str | None


class RuleKey(NamedTuple):
    """A rule in one language, by one way to the speaker."""

    language: str
    rule: str
    resolution: Resolution


class RuleScore(NamedTuple):
    """How one rule did: sentences found, the share that is reported; of `named` speakers `right` were right."""

    language: str
    rule: str
    resolution: Resolution
    fired: int
    precision: float
    right: int
    named: int


@dataclass(frozen=True, slots=True)
class AttributionScore:
    """Counts of sentences: found by the rules, reported by the gold reading, both, and those with the right speaker.

    `wrong_person`: those of both that name somebody else, the worst fault. `fired`, `right_by_rule`, `named_by_rule`
    and `wrong_by_rule` count by language, rule and way to the speaker: sentences, those that are reported, and of these
    those whose speaker is right, and those that name somebody else. `mistakes` tells every sentence that went wrong.
    """

    found: int = 0
    reported: int = 0
    right: int = 0
    right_speaker: int = 0
    wrong_person: int = 0
    fired: Counter[RuleKey] = field(default_factory=Counter)
    right_by_rule: Counter[RuleKey] = field(default_factory=Counter)
    named_by_rule: Counter[RuleKey] = field(default_factory=Counter)
    wrong_by_rule: Counter[RuleKey] = field(default_factory=Counter)
    mistakes: tuple[str, ...] = ()

    def __add__(self, other: AttributionScore) -> AttributionScore:
        return AttributionScore(
            self.found + other.found,
            self.reported + other.reported,
            self.right + other.right,
            self.right_speaker + other.right_speaker,
            self.wrong_person + other.wrong_person,
            self.fired + other.fired,
            self.right_by_rule + other.right_by_rule,
            self.named_by_rule + other.named_by_rule,
            self.wrong_by_rule + other.wrong_by_rule,
            self.mistakes + other.mistakes,
        )

    @property
    def precision(self) -> float:
        """The share of the sentences found that are reported."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the reported sentences that are found."""
        return self.right / self.reported if self.reported else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.reported) if self.found + self.reported else 0.0

    @property
    def speaker_accuracy(self) -> float:
        """The share of the rightly found sentences whose speaker is right."""
        return self.right_speaker / self.right if self.right else 0.0

    @property
    def joint_f1(self) -> float:
        """The same mean for sentences that are found and whose speaker is right."""
        return 2 * self.right_speaker / (self.found + self.reported) if self.found + self.reported else 0.0

    def figures(self) -> dict[str, float]:
        """The measures by their names; `missed`, `wrong person` and `own voice` are shares that went wrong."""
        return {
            "f1": self.f1,
            "speaker": self.speaker_accuracy,
            "joint": self.joint_f1,
            "missed": 1 - self.recall if self.reported else 0.0,
            "wrong person": self.wrong_person / self.right if self.right else 0.0,
            "own voice": 1 - self.precision if self.found else 0.0,
        }

    def by_rule(self) -> tuple[RuleScore, ...]:
        """How each rule did that fired, the most frequent first."""
        return tuple(
            RuleScore(*key, count, self.right_by_rule[key] / count, self.named_by_rule[key], self._named_somebody(key))
            for key, count in self.fired.most_common()
        )

    def _named_somebody(self, key: RuleKey) -> int:
        return self.named_by_rule[key] + self.wrong_by_rule[key]


def read_gold(path: Path) -> tuple[Path, tuple[GoldSentence, ...]]:
    """The path of the article that the gold file is about, from the project's root, and its reported sentences.

    Raises:
        UnusableGold: it is no such file.
    """
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return Path(read["article"]), tuple(GoldSentence(row["starts"], row["speaker"]) for row in read["reported"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableGold(
            f"{path}: no reading of an article; it has article, and reported with starts, speaker"
        ) from error


def evaluate_attributions(article: Article, gold: Iterable[GoldSentence]) -> AttributionScore:
    """The score of the rules on the article.

    Raises:
        UnusableGold: a gold sentence does not occur in the article, or occurs twice.
    """
    expected = {_position(article, sentence): sentence for sentence in gold}
    found = {attribution.start: attribution for attribution in attributions(article)}
    right = [start for start in found if start in expected]
    named = [start for start in right if is_same_speaker(found[start].speaker, expected[start].speaker)]
    wrong = [start for start in right if found[start].speaker and start not in named]
    keys = {start: RuleKey(str(article.language), one.rule, one.resolution) for start, one in found.items()}
    return AttributionScore(
        found=len(found),
        reported=len(expected),
        right=len(right),
        right_speaker=len(named),
        wrong_person=len(wrong),
        fired=Counter(keys.values()),
        right_by_rule=Counter(keys[start] for start in right),
        named_by_rule=Counter(keys[start] for start in named if found[start].speaker),
        wrong_by_rule=Counter(keys[start] for start in wrong),
        mistakes=tuple(_mistakes(article, expected, found)),
    )


def is_same_speaker(one: str | None, other: str | None) -> bool:
    """Whether both are nobody, or names of the same."""
    if not one or not other:
        return one == other
    return one.split()[-1].casefold() == other.split()[-1].casefold() or one in other or other in one


def _position(article: Article, sentence: GoldSentence) -> int:
    start = article.text.find(sentence.starts)
    if start < 0 or article.text.find(sentence.starts, start + 1) >= 0:
        raise UnusableGold(f'"{sentence.starts}" does not occur exactly once in "{article.title}".')
    return start


def _mistakes(article: Article, expected: dict[int, GoldSentence], found: dict[int, Attribution]) -> Iterable[str]:
    for start in sorted(expected.keys() | found.keys()):
        words = article.text[start : start + 60]
        if start not in found:
            yield f"missed: {words}"
        elif start not in expected:
            yield f"not reported: {words} ({found[start].rule}, {found[start].speaker})"
        elif not is_same_speaker(found[start].speaker, expected[start].speaker):
            yield f"{found[start].speaker} instead of {expected[start].speaker}: {words} ({found[start].rule})"
