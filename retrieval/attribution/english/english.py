"""The English grammar: words, verbs and syntax behind the interface that the rules use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.attribution.english import clauses, naming, verb_lists, words
from retrieval.attribution.english.phrases import noun_phrase
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.subjects import before_insertion, inherited
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import VerbReading
from retrieval.language.rules import words as listed


def _lemmas(verbs: str) -> frozenset[str]:
    return frozenset(entry.partition(":")[0] for entry in verbs.split())


class English(Grammar):
    """English."""

    code = "en"
    statements = _lemmas(verb_lists.STATEMENTS)
    speech_acts = _lemmas(verb_lists.SPEECH_ACTS)
    insertable = frozenset({"put"})
    silences = frozenset({"comment", "answer", "reply", "respond", "say"})
    negations = frozenset({"not", "nothing", "never", "no"})
    first_person = frozenset({"i"})
    inserts_subject_first = True

    complementisers = words.COMPLEMENTISERS
    declarative = frozenset({"that", "whether"})
    consecutive = frozenset({"so"})
    coordinators = words.COORDINATORS
    comparing = frozenset({"as"})
    idioms = frozenset(tuple(line.split()) for line in verb_lists.WITH_WORD.strip().splitlines())  # type: ignore[misc]

    first_persons = listed(
        "i me my mine we us our ours i'm i've i'd i'll we're we've we'd we'll i’m i’ve i’d i’ll we’re we’ve we’d we’ll"
    )
    addressing = listed("you your yours yourself you've you're you’ve you’re You Your Ms Mr Mrs Dr")
    honorifics = listed("mr mrs ms dr mr. mrs. ms. dr.")
    answer_labels = listed("a answer")
    interview_words = ("interview", "interviewed", "conversation", "spoke", "talked", "talks", "speaks", "asked")
    before_guest = frozenset({"with", "to"})
    before_interviewer = frozenset({"by"})
    source_prepositions = frozenset({"according"})
    preposition_tails = frozenset({"to"})
    possessives = frozenset({"his", "her", "their", "its"})
    definite = frozenset({"the", "this", "that"})
    demonstratives = frozenset({"this", "that"})
    nobody = frozenset({"it", "there"})
    citing = frozenset({"quote", "cite"})
    places = frozenset({"in"})
    pronouns = listed("he she they him her them his their it its")
    hearsay_words = frozenset({"reportedly", "allegedly", "supposedly"})

    def readings(self, token: SyntaxToken) -> tuple[VerbReading, ...]:
        return clauses.readings(token)

    def clauses(self, tokens: Sequence[SyntaxToken]) -> tuple[Clause, ...]:
        return clauses.clauses(tokens)

    def noun_phrase(self, tokens: Sequence[SyntaxToken], at: int, *, subject: bool = False) -> NounPhrase | None:  # noqa: ARG002
        return noun_phrase(tokens, at)

    def subject(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        if clause.verb is None:
            return None
        if clause.kind is ClauseKind.SUBORDINATE and clause.opener in words.RELATIVES and clause.start > 0:
            return self._antecedent(sentence, clause)
        front = list(self._phrases(sentence.tokens, clause.start, clause.verb.finite))
        if front:
            return front[-1]
        insertion = before_insertion(sentence, clause, self._phrases)
        behind = next(self._phrases(sentence.tokens, clause.verb.head + 1, clause.end), None)
        starts = not any(token.word for token in sentence.tokens[clause.start : clause.verb.finite])
        return insertion or (behind if starts else None) or inherited(sentence, clause, self)

    def agent(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        for index in range(clause.start, clause.end):
            if sentence.lower(index) == "by" and not sentence.tokens[index].quoted:
                return noun_phrase(sentence.tokens, index + 1)
        return None

    def attribute(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> NounPhrase | None:
        for index in range(phrase.head + 1, min(phrase.head + 4, len(tokens) - 1)):
            if tokens[index].lower in ("by", "from", "of", "in"):
                return noun_phrase(tokens, index + 1)
        return None

    def is_speaker(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> bool:
        inner = tokens[phrase.start : phrase.end]
        return inner[0].lower in words.SUBJECT_PRONOUNS or any(
            token.capital or words.PERSON.search(token.lower) or words.BODY.search(token.lower) for token in inner
        )

    def is_statement(self, token: SyntaxToken) -> bool:
        return bool(words.STATEMENT_NOUN.search(token.lower)) and not token.capital

    def is_opinion(self, token: SyntaxToken) -> bool:
        return bool(words.OPINION_NOUN.search(token.lower))

    def has_infinitive(self, sentence: ParsedSentence, clause: Clause) -> bool:
        return clause.kind is ClauseKind.FRAGMENT and sentence.lower(clause.start) == "to"

    def hearsay(self, sentence: ParsedSentence) -> str | None:
        for index, token in sentence.plain():
            if token.lower in self.hearsay_words:
                return token.form
            if token.lower in ("said", "believed", "rumoured", "rumored") and sentence.lower(index + 1) == "to":
                return f"{token.form} to"
        return None

    def genders(self, mention: Mention) -> frozenset[str]:
        return naming.genders(mention)

    def name(self, mention: Mention, forms: frozenset[str]) -> str:  # noqa: ARG002
        return naming.name(mention)

    def role(self, mention: Mention) -> str | None:
        return naming.role(mention)

    def is_name(self, mention: Mention) -> bool:
        return naming.is_name(mention)

    def is_medium(self, mention: Mention) -> bool:
        return any(words.MEDIUM.search(token.lower) for token in mention.tokens)

    def is_person(self, mention: Mention) -> bool:
        return naming.is_person(mention)

    def is_body(self, mention: Mention) -> bool:
        return bool(words.BODY.search(mention.noun))

    def _phrases(self, tokens: Sequence[SyntaxToken], start: int, end: int) -> Iterator[NounPhrase]:
        """The phrases that can be subjects, past adverbs and prepositional phrases."""
        index = start
        while index < end:
            token = tokens[index]
            if token.lower in words.SUBJECT_PRONOUNS and not token.quoted:
                yield NounPhrase(index, index + 1, index)
                index += 1
                continue
            skips = token.lower in words.PREPOSITIONS and not (token.capital and index > start)
            phrase = None if token.quoted else noun_phrase(tokens, index + skips)
            if phrase and phrase.end <= end and not skips and tokens[phrase.head].lower not in words.TIMES:
                yield phrase
            index = min(phrase.end, end) if phrase else index + 1

    def _antecedent(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        last = None
        for phrase in self._phrases(sentence.tokens, 0, clause.start):
            last = phrase
        return last
