"""Interviews: what is answered is the guest's, sentence by sentence, whatever the sentence looks like."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from content import Article
from retrieval.analysis.interviews import Turn, turns_of
from retrieval.attribution.attribution import Attribution, Confidence, Resolution
from retrieval.attribution.syntax.first_names import gender_of_first_name
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.base.words import words_of

_CERTAIN = 100  # counts for more than any number of guesses
TURN = "turn"  # the rule of every answer


@dataclass(frozen=True, slots=True)
class Interview:
    """The sentences of an article's turns, by their index: None for a question, the attribution of an answer.

    Example: **Frau Brandt, wie voll war die Fähre?** – Sie war leer. Ich stand auf der Brücke.
    """

    said: dict[int, Attribution | None]

    @classmethod
    def of(
        cls,
        article: Article,
        title: ParsedSentence,
        sentences: Sequence[ParsedSentence],
        mentions: Sequence[Sequence[Mention]],
        grammar: Grammar,
    ) -> Interview:
        """The interview that the article is; one without a sentence when it is none.

        `mentions` are the noun phrases of each of the sentences.
        """
        turns = _without_end(list(_placements(turns_of(article), sentences)), sentences, grammar)
        if not _is_interview(turns, article.text, sentences, grammar):
            return cls({})
        guests = _Guests.of(article, title, sentences, mentions, grammar)
        addressee = guests.addressee([index for turn in turns if turn.turn.asks for index in turn.sentences])
        labels = {turn.turn.label for turn in turns if not turn.turn.asks}
        lead = [title, *sentences[: next((turn.sentences[0] for turn in turns if turn.sentences), 0)]]
        named = {label: guests.name_of(label, addressee, lead if len(labels) == 1 else ()) for label in labels}
        said: dict[int, Attribution | None] = {}
        for turn in turns:
            for index in turn.sentences:
                speaker, confidence = named.get(turn.turn.label, (None, Confidence.WEAK))
                span, label = sentences[index].span, turn.turn.label or None
                answer = Attribution(span.start, span.end, speaker, label, None, confidence, TURN, Resolution.ANSWER)
                said[index] = None if turn.turn.asks else answer
        return cls(said)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A turn and the indices of its sentences."""

    turn: Turn
    sentences: range


def _placements(turns: Sequence[Turn], sentences: Sequence[ParsedSentence]) -> Iterator[_Placed]:
    index = 0
    for turn in turns:
        while index < len(sentences) and sentences[index].span.start < turn.span.start:
            index += 1
        start = index
        while index < len(sentences) and sentences[index].span.start < turn.span.end:
            index += 1
        yield _Placed(turn, range(start, index))


def _without_end(turns: list[_Placed], sentences: Sequence[ParsedSentence], grammar: Grammar) -> list[_Placed]:
    """Without what the paper says behind the last answer: nobody goes on there who says "I"."""
    while turns and turns[-1].turn.continues and not _has(turns[-1], sentences, grammar.first_persons):
        turns.pop()
    return turns


def _has(turn: _Placed, sentences: Sequence[ParsedSentence], listed: frozenset[str], *, written: bool = False) -> bool:
    """Whether one of these words stands there outside quotation marks; with `written` in just this form."""
    return any(
        (token.form if written else token.lower) in listed
        for index in turn.sentences
        for position, token in sentences[index].plain()
        if position or not written
    )


def _addresses(turn: _Placed, text: str, sentences: Sequence[ParsedSentence], grammar: Grammar) -> bool:
    """Whether it addresses somebody: "Ihr Amt", "Frau Brandt"; a heading has no sentences."""
    if turn.sentences:
        return _has(turn, sentences, grammar.addressing, written=True)
    first, *others = [word.form for word in words_of(text, turn.turn.span)]
    return first.lower() in grammar.honorifics or any(word in grammar.addressing for word in others)


def _is_interview(turns: Sequence[_Placed], text: str, sentences: Sequence[ParsedSentence], grammar: Grammar) -> bool:
    """Whether somebody is asked in person and answers in the first: a guide asks, too."""
    questions = [turn for turn in turns if turn.turn.asks]
    answers = [turn for turn in turns if not turn.turn.asks]
    personal = sum(_has(turn, sentences, grammar.first_persons) for turn in answers)
    addressing = sum(_addresses(turn, text, sentences, grammar) for turn in questions)
    if any(turn.turn.label for turn in turns):
        return 4 * personal >= len(answers) > 0
    return 4 * personal >= len(answers) > 0 and 4 * addressing >= len(questions)


@dataclass(frozen=True, slots=True)
class _Guests:
    """Who answers: by the label, by how the questions address them, by the headline and what stands before them.

    `full` leads from a capitalised word, in lower case, to how often it follows which other, so from a surname to the
    name; `initials` from those to a name.
    """

    grammar: Grammar
    mentions: Sequence[Sequence[Mention]]
    authors: tuple[str, ...]
    full: Mapping[str, Counter[str]]
    initials: Mapping[str, str]

    @classmethod
    def of(
        cls,
        article: Article,
        title: ParsedSentence,
        sentences: Sequence[ParsedSentence],
        mentions: Sequence[Sequence[Mention]],
        grammar: Grammar,
    ) -> _Guests:
        """The guests of the article with these sentences and noun phrases."""
        named: dict[str, Counter[str]] = defaultdict(Counter)
        initials: dict[str, str] = {}
        for sentence in (title, *sentences):
            for one, other in pairwise(sentence.tokens):
                if _is_name(one, other, grammar):
                    certain = gender_of_first_name([one]) is not None
                    named[other.lower][f"{one.form} {other.form}"] += _CERTAIN if certain else 1
                    initials.setdefault(one.form[0] + other.form[0], f"{one.form} {other.form}")
        return cls(grammar, mentions, article.authors, named, initials)

    def addressee(self, questions: Sequence[int]) -> str | None:
        """The surname that most of the questions address: "Frau Brandt, …" """
        found = Counter(
            _name(mention, self.grammar)[-1]
            for index in questions
            for mention in self.mentions[index]
            if mention.first in self.grammar.honorifics and len(mention.tokens) > 1
        )
        return found.most_common(1)[0][0] if found else None

    def name_of(
        self, label: str, addressee: str | None, lead: Sequence[ParsedSentence]
    ) -> tuple[str | None, Confidence]:
        """The full name of whoever the label stands for, and how sure that is; without a label, of the only guest.

        `lead` is what stands before the first question, when there is only one guest.
        """
        for surname in filter(None, (label, addressee if lead else None)):
            if full := self._full(surname):
                return full, Confidence.STRONG
        if label and not (lead and label.lower() in self.grammar.answer_labels):
            return self.initials.get(label.replace(".", "").replace(" ", ""), label), Confidence.STRONG
        return (addressee, Confidence.STRONG) if addressee and lead else self._introduction(lead)

    def _full(self, label: str) -> str | None:
        """ "Brandt" -> "Lea Brandt", "Dr. Brandt" -> "Lea Brandt" """
        found = self.full.get(label.rsplit(maxsplit=1)[-1].lower())
        return found.most_common(1)[0][0] if found else None

    def _introduction(self, lead: Sequence[ParsedSentence]) -> tuple[str | None, Confidence]:
        """Whom the lead presents: behind "im Gespräch mit", else its only person, else the first one, a guess."""
        found: dict[str, int] = {}
        for sentence in lead:
            for at, (one, other) in enumerate(pairwise(sentence.tokens)):
                before = {sentence.lower(at - 1), sentence.lower(at - 2)}
                name = f"{one.form} {other.form}"
                if not _is_name(one, other, self.grammar) or before & self.grammar.before_interviewer:
                    continue
                if name not in self.authors and sentence.lower(at - 1) not in self.grammar.definite:
                    invited = before & self.grammar.before_guest and sentence.has(*self.grammar.interview_words)
                    # Who is presented opens the lead, or has a first name that is known to be one.
                    opens = at == 0 and sentence in lead[1:2]  # behind the title
                    weight = _CERTAIN if invited else int(opens or gender_of_first_name([one]) is not None)
                    found[name] = max(found.get(name, 0), weight)
        best = max(found, key=lambda name: found[name], default="")
        if not found.get(best):
            return None, Confidence.WEAK
        return best, Confidence.FAIR if found[best] == _CERTAIN or len(found) == 1 else Confidence.WEAK


def _name(mention: Mention, grammar: Grammar) -> list[str]:
    return (grammar.name(mention, frozenset()) or mention.text).split()


def _is_name(one: SyntaxToken, other: SyntaxToken, grammar: Grammar) -> bool:
    """Whether the two words can be a first name and a surname: capitals, and the first is no title."""
    if not (one.word and one.capital and other.word and other.capital and one.form[1:].islower()):
        return False
    alone = Mention(one.form, (one,), 0)
    titled = one.lower in grammar.honorifics or grammar.role(alone) or grammar.is_body(alone)
    return not titled and grammar.is_name(Mention(f"{one.form} {other.form}", (one, other), 1))
