"""The English grammar: words, verbs and syntax behind the interface that the rules use."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.attribution.english import clauses, finite, naming, verb_lists, words
from retrieval.attribution.english.phrases import noun_phrase, with_apposition
from retrieval.attribution.english.subject import subject
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
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
    silences = frozenset({"comment", "answer", "reply", "respond", "say", "mention"})
    phrasal = frozenset(("call", word) for word in ("in", "into", "off", "back", "up", "to"))
    requests = frozenset({"ask", "urge", "call", "charge", "write"})
    conditions = ("if",)
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
    carries_over_gaps = False
    capitals_are_names = True
    names_relations = True
    definite = frozenset({"the", "this", "that"})
    indefinite = frozenset({"a", "an", "another", "one"})
    anybodies = listed("person man woman")
    demonstratives = frozenset({"this", "that"})
    nobody = frozenset({"it", "there"})
    hardly_anybody = frozenset({"few", "no", "nobody", "neither"})
    rejections = frozenset({"deny", "reject", "dismiss", "dispute", "refuse", "criticise", "criticize", "condemn"})
    citing = frozenset({"quote", "cite"})
    topics = words.TOPICS
    places = frozenset({"in"})
    pronouns = listed("he she they him her them his their it its")
    hearsay_words = frozenset({"reportedly", "allegedly", "supposedly"})

    def readings(self, token: SyntaxToken) -> tuple[VerbReading, ...]:
        return finite.readings(token)

    def clauses(self, tokens: Sequence[SyntaxToken]) -> tuple[Clause, ...]:
        return clauses.clauses(tokens)

    def noun_phrase(self, tokens: Sequence[SyntaxToken], at: int, *, subject: bool = False) -> NounPhrase | None:  # noqa: ARG002
        phrase = noun_phrase(tokens, at)
        return with_apposition(tokens, phrase) if phrase else None

    def subject(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        phrase = subject(sentence, clause)
        return with_apposition(sentence.tokens, phrase) if phrase else None

    def agent(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        for index in range(clause.start, clause.end):
            if sentence.lower(index) == "by" and not sentence.tokens[index].quoted:
                return noun_phrase(sentence.tokens, index + 1)
        return None

    def attribute(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> NounPhrase | None:
        for index in range(phrase.head + 1, min(phrase.head + 4, len(tokens) - 1)):
            if tokens[index].lower in ("by", "from", "of", "in"):
                return noun_phrase(tokens, index + 1)
        # "a report | the department | released"
        owner = noun_phrase(tokens, phrase.end) if phrase.end == phrase.head + 1 else None
        return owner if owner and owner.end < len(tokens) and finite.is_finite(tokens, owner.end) else None

    def is_speaker(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> bool:
        inner = tokens[phrase.start : phrase.end]
        if inner[0].lower in words.SUBJECT_PRONOUNS:
            return True
        return any(
            (token.capital and token.lower not in words.DETERMINERS)
            or token.lower in words.PERSON
            or token.lower in words.BODY
            for token in inner
        )

    def is_statement(self, token: SyntaxToken) -> bool:
        return token.lower in words.STATEMENT_NOUN and not token.capital

    def is_opinion(self, token: SyntaxToken) -> bool:
        return token.lower in words.OPINION_NOUN

    def has_infinitive(self, sentence: ParsedSentence, clause: Clause) -> bool:
        expected = sentence.lower(clause.start - 1) == "expected"  # "is expected to": the article's own plan
        return clause.kind is ClauseKind.FRAGMENT and sentence.lower(clause.start) == "to" and not expected

    def is_inserted(self, sentence: ParsedSentence, saying: Clause) -> bool:
        """ "…, the mayor said on Monday": no coordinator before it, and nothing said in it"""
        if saying.verb is None or saying.verb.lemma not in self.statements:
            return False
        opening = {sentence.lower(saying.start), sentence.lower(saying.start + 1)}
        return not opening & words.COORDINATORS and not self._has_object(sentence, saying)

    def idiom_reach(self, sentence: ParsedSentence, clause: Clause) -> tuple[int, int]:
        verb = clause.verb
        if verb is None or verb.lemma in words.OBJECT_FIRST:
            return clause.start, clause.end
        other = words.PREPOSITIONS - words.OF_PLACE  # "spoke against the backdrop | of"
        behind = range(verb.head + 1, clause.end)
        return clause.start, next((at + 1 for at in behind if sentence.lower(at) in other), clause.end)

    def is_attributive(self, sentence: ParsedSentence, clause: Clause) -> bool:
        before = sentence.tokens[clause.start - 1] if clause.start else None
        return clause.opener == "that" and before is not None and before.word

    def is_complete(self, sentence: ParsedSentence, saying: Clause) -> bool:
        """ "added a note of caution" """
        return saying.verb is not None and saying.verb.lemma in words.WITH_OBJECT and self._has_object(sentence, saying)

    def _has_object(self, sentence: ParsedSentence, saying: Clause) -> bool:
        """Whether the verb has something said behind it already: "said enough" """
        at = saying.verb.head + 1 if saying.verb else saying.end
        phrase = noun_phrase(sentence.tokens, at) if at < saying.end else None
        inverted = all(not token.word for token in sentence.tokens[saying.start : at - 1])
        if phrase and saying.verb and saying.verb.lemma in words.WITH_OBJECT:
            chief = NounPhrase(phrase.head, phrase.head + 1, phrase.head)
            inverted = inverted and self.is_speaker(sentence.tokens, chief)  # "…, wrote X", "…, wrote letters"
        if phrase is None or inverted or (saying.verb and saying.verb.lemma in words.ADDRESSED):
            return False
        return sentence.lower(phrase.head) not in words.TIMES

    def hearsay(self, sentence: ParsedSentence) -> str | None:
        for index, token in sentence.plain():
            if token.lower in self.hearsay_words:
                return token.form
            cue = (token.lower, sentence.lower(index + 1))
            if cue in words.HEARSAY and sentence.lower(index - 1) in words.AUXILIARIES:
                return f"{token.form} {sentence.tokens[index + 1].form}"
        return None

    def genders(self, mention: Mention) -> frozenset[str]:
        return naming.genders(mention)

    def is_somebody(self, noun: str) -> bool:
        return naming.is_somebody(noun.lower())

    def tells_who(self, name: str, text: str) -> bool:  # noqa: ARG002
        return naming.tells_who(name)

    def name(self, mention: Mention, forms: frozenset[str]) -> str:  # noqa: ARG002
        return naming.name(mention)

    def role(self, mention: Mention) -> str | None:
        return naming.role(mention)

    def titles(self, mention: Mention) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*super().titles(mention), *naming.titles(mention)]))

    def is_name(self, mention: Mention) -> bool:
        return naming.is_name(mention)

    def names_nobody(self, mention: Mention) -> bool:
        return super().names_nobody(mention) or not naming.names_somebody(mention)

    def is_thing(self, mention: Mention) -> bool:
        last = mention.tokens[-1]
        counted = any(token.lower == "of" for token in mention.tokens) and mention.first in words.NUMBERS
        noun = last if counted else mention.tokens[mention.head]
        opens = noun.start == mention.tokens[0].start
        return noun.lower in words.THINGS and (opens or not noun.capital) and not naming.is_person(mention)

    def is_medium(self, mention: Mention) -> bool:
        return naming.is_medium(mention)

    def is_person(self, mention: Mention) -> bool:
        return naming.is_person(mention)

    def has_noun(self, mention: Mention, noun: str) -> bool:
        return noun in naming.institution_words(mention)

    def is_kind(self, noun: str) -> bool:
        return noun in words.KINDS

    def is_kind_of(self, mention: Mention, noun: str) -> bool:
        return bool(words.KINDS.get(noun, frozenset()) & naming.institution_words(mention))

    def is_body(self, mention: Mention) -> bool:
        return mention.noun in words.BODY
