"""The discourse: what the sentences so far have told of who speaks and who is spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention


@dataclass(slots=True)
class Discourse:
    """What is known when a sentence is read, from those before it.

    `speaker` is who spoke last, `silence` how many sentences ago (0: in the sentence before), `rule` what found it.
    `subjects` are those of the sentences before, the nearest last, None for a sentence without one; `mentions` all
    noun phrases so far with the number of their sentence, `titled` the names among them with the title they bear.
    `paragraph` is that of the sentence before, `source` the medium that "dem Bericht" would mean, `current` the noun
    phrases of the sentence itself, `here` its subject, `quotations` who speaks in the quotation that begins there.
    `bearers` leads from a surname to the full name, `common` are the words that are written small somewhere, where a
    capital tells a name.
    """

    speaker: Mention | None = None
    name: str | None = None
    silence: int = 99
    rule: str | None = None
    source: Mention | None = None
    subjects: list[Mention | None] = field(default_factory=list)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    sentence: int = 0
    paragraph: int = 0
    current: tuple[Mention, ...] = ()
    here: Mention | None = None
    titled: list[tuple[str, Mention]] = field(default_factory=list)
    quotations: dict[int, Mention] = field(default_factory=dict)
    bearers: Mapping[str, Mention] = field(default_factory=dict)
    common: frozenset[str] = frozenset()

    def genders(self, mention: Mention, grammar: Grammar) -> frozenset[str]:
        """What can stand for the mention; for a surname alone what can for the full name."""
        bearer = self.bearers.get(mention.tokens[-1].form) if len(mention.tokens) == 1 else None
        return grammar.genders(bearer or mention)

    def only_opens(self, mention: Mention) -> bool:
        """Whether the mention has its capital from opening a sentence: "Steel had cost …" """
        return len(mention.tokens) == 1 and mention.tokens[0].capital and mention.first in self.common

    @property
    def speaks_on(self) -> bool:
        """Whether the sentence before was reported."""
        return self.silence == 0

    def continuing(self, grammar: Grammar) -> Mention | None:
        """Who speaks in a sentence that only shows that somebody does: the last speaker, or a subject named since."""
        if self.speaks_on and self.speaker:
            return self.speaker
        for subject in reversed(self.subjects[-min(2, max(1, self.silence)) :]):
            if subject and grammar.can_speak(subject) and subject.first not in grammar.nobody:
                return subject
        last = self.subjects[-1] if self.subjects else None
        return self.speaker or (last if last and last.first not in grammar.nobody else None)
