"""What a rule is: something that recognises reported speech in a sentence, and tells who speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.attribution.speakers.discourse import Discourse
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import NounPhrase, ParsedSentence

IN_PASSING = 0.3  # of a sentence's words: fewer are not what the sentence tells


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the sentence: the language, and what has gone before."""

    grammar: Grammar
    discourse: Discourse
    following: Sequence[ParsedSentence] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence is reported. `mention` is who speaks, as this sentence or an earlier one names them; `cue` shows it.

    `carried` is whether the speaker is taken over from an earlier sentence; `points_back` whether the sentence
    before is reported too. `nobody`: it shows that nobody is named ("hieß es"), so no other rule is asked who it is.
    """

    rule: str
    cue: str | None
    mention: Mention | None = None
    written: str | None = None
    carried: bool = False
    points_back: bool = False
    nobody: bool = False


Rule = Callable[[ParsedSentence, Context], Finding | None]


def found(
    rule: str, sentence: ParsedSentence, cue: str | None, phrase: NounPhrase | None, whole: NounPhrase | None = None
) -> Finding:
    """A finding whose speaker is named in the sentence itself, or not at all.

    `whole` is the phrase that the speaker's is part of: "Angaben der Polizei".
    """
    written = sentence.written(whole) if whole else None
    return Finding(rule, cue, Mention.of(sentence, phrase) if phrase else None, written=written)
