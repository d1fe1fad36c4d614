"""The discourse: what the sentences so far have told of who speaks and who is spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import ParsedSentence


@dataclass(slots=True)
class Discourse:
    """What is known when a sentence is read, from those before it.

    `speaker` is who spoke last, `share` how often one found that way is right, `silence` how many sentences ago
    that was (0: in the sentence before), `rule` what found it. `subjects` are those of the sentences before, the
    nearest last, None for a sentence without one; `mentions` all noun phrases so far with the number of their
    sentence, `name_parts` the capitalised words of the longer ones, in lower case, `titled` the names among them
    with the title they bear. `paragraph` is that of the sentence before, `source` the medium that "dem Bericht"
    would mean. `reading` is the sentence itself, `current` its noun phrases, `here` its subject, `quotations` who
    speaks in the quotation that begins there, `statements` who made the last one called so ("statement"). `bearers`
    leads from a surname to the full name, `common` are the words that are written small somewhere, where a capital
    tells a name.
    """

    speaker: Mention | None = None
    share: float = 1.0
    silence: int = 99
    rule: str | None = None
    source: Mention | None = None
    subjects: list[Mention | None] = field(default_factory=list)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    name_parts: set[str] = field(default_factory=set)
    sentence: int = 0
    paragraph: int = 0
    current: tuple[Mention, ...] = ()
    here: Mention | None = None
    reading: ParsedSentence | None = None
    titled: list[tuple[str, Mention]] = field(default_factory=list)
    statements: dict[str, Mention] = field(default_factory=dict)
    quotations: dict[int, Mention] = field(default_factory=dict)
    bearers: Mapping[str, Mention] = field(default_factory=dict)
    common: frozenset[str] = frozenset()

    def genders(self, mention: Mention, grammar: Grammar) -> frozenset[str]:
        """What can stand for the mention; for a surname alone what can for the full name."""
        bearer = self.bearers.get(mention.tokens[-1].form) if len(mention.tokens) == 1 else None
        return grammar.genders(bearer or mention)

    def can_speak(self, mention: Mention, grammar: Grammar) -> bool:
        """Whether the mention is somebody: not a lone word that is only not known to be anything else."""
        if grammar.is_person(mention) or grammar.is_body(mention) or grammar.is_medium(mention):
            return True
        names = [token.capital and token.lower not in grammar.definite for token in mention.tokens]
        double = any(one and other for one, other in pairwise(names))
        return grammar.is_name(mention) and (double or mention.tokens[-1].form in self.bearers or self.knows(mention))

    def is_somebody(self, mention: Mention, grammar: Grammar) -> bool:
        """Whether it is a person's name."""
        person = grammar.is_person(mention) or mention.tokens[-1].form in self.bearers
        return person and grammar.is_name(mention)

    def has_surname(self, mention: Mention, grammar: Grammar) -> bool:
        """Whether its last word is a surname, though it looks like a role: "Wasserman", "Mr. King" """
        if len(mention.tokens) > 1:
            return grammar.capitals_are_names and mention.tokens[-1].capital
        return mention.tokens[0].form in self.bearers or self.knows(mention)

    def only_opens(self, mention: Mention) -> bool:
        """Whether the mention has its capital from opening a sentence: "Steel had cost …" """
        return len(mention.tokens) == 1 and mention.tokens[0].capital and mention.first in self.common

    @property
    def speaks_on(self) -> bool:
        """Whether the sentence before was reported."""
        return self.silence == 0

    def knows(self, mention: Mention) -> bool:
        """Whether the name, a single word, is part of a longer one among the mentions so far."""
        return mention.tokens[-1].lower in self.name_parts

    def remember(self, mentions: Iterable[Mention]) -> None:
        """The noun phrases of the sentence, for those that follow."""
        for mention in mentions:
            self.mentions.append((self.sentence, mention))
            if len(mention.tokens) > 1:
                self.name_parts.update(token.lower for token in mention.tokens if token.capital)

    def continuing(self, grammar: Grammar) -> Mention | None:
        """Who speaks in a sentence that only shows that somebody does: who spoke in the one before, or was its subject.

        Further back it is nobody: of those whom the rules named there, fewer than half were right.
        """
        if self.speaks_on and self.speaker:
            return self.speaker
        subject = self.subjects[-1] if self.subjects else None
        speaks = subject is not None and self.can_speak(subject, grammar) and subject.first not in grammar.nobody
        return subject if speaks else None

    def pause(self) -> None:
        """A heading: nobody's words go on behind it."""
        self.speaker, self.silence, self.rule = None, 99, None
        self.subjects.append(None)
