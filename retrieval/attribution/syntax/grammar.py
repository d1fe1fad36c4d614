"""What the rules need to know of a language: its words, its verbs, and how a subject is found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property

from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import FINITE, VerbReading

_NOTHING: frozenset[str] = frozenset()
_SHORT_PHRASE = 3  # words: determiner, adjective and noun


class Grammar(ABC):
    """The grammar of one language, as far as the rules ask for it. A list that is empty lets its rules rest."""

    code: str

    # verbs
    statements: frozenset[str]  # need something said beside them: say, mitteilen
    speech_acts: frozenset[str]  # report with an object: criticise, fordern
    reactions: frozenset[str] = _NOTHING  # report only with a clause or a quotation: criticise, begrüßen
    silences: frozenset[str] = _NOTHING  # verbs that tell of silence when they are negated: sich nicht äußern
    negations: frozenset[str] = _NOTHING

    # clauses
    complementisers: frozenset[str] = _NOTHING  # open a clause that is said: that, whether, dass, ob
    declarative: frozenset[str] = _NOTHING  # those of them that open nothing else: that, dass
    consecutive: frozenset[str] = _NOTHING  # before them they tell a result: so dass
    idle: frozenset[tuple[str, str]] = frozenset()  # verbs of saying that say nothing with a word beside them
    phrasal: frozenset[tuple[str, str]] = frozenset()  # the same with the word right behind: call in
    first_person: frozenset[str] = _NOTHING  # the author's own voice, or an interview's
    idioms: frozenset[tuple[str, str]] = frozenset()  # verbs of saying only with a word beside them: speak of
    comparing: frozenset[str] = _NOTHING  # open an inserted clause of saying: as X put it, wie X mitteilte

    degrees: frozenset[str] = _NOTHING  # behind them they ask: how [many], wie [viele]
    requests: frozenset[str] = _NOTHING  # in the passive they tell of a request or a work: bitten, written

    merely_possible: frozenset[str] = _NOTHING  # Konjunktiv II that Konjunktiv I would not replace: could, might
    wishes: frozenset[str] = _NOTHING  # make of Konjunktiv II what somebody would like: gern
    conditions: tuple[str, ...] = ()  # open a condition: if, wenn
    purposes: frozenset[str] = _NOTHING  # open what is meant to happen: damit
    comparatives: frozenset[str] = _NOTHING  # before a word that then compares: mehr als

    coordinators: frozenset[str] = _NOTHING  # and, or, but

    # sources
    source_prepositions: frozenset[str] = _NOTHING  # laut X, according to X
    preposition_tails: frozenset[str] = _NOTHING  # according [to] X
    norm_prepositions: frozenset[str] = _NOTHING  # of a source only before somebody who speaks: gemäß
    source_postpositions: frozenset[str] = _NOTHING  # X zufolge
    statement_prepositions: frozenset[str] = _NOTHING  # nach Angaben von X
    numbered: frozenset[str] = _NOTHING  # nouns that a number may be part of: Artikel 5
    inquiries: frozenset[str] = _NOTHING  # tell what was found where an interim word is beside them: Ermittlungen
    interim: frozenset[str] = _NOTHING  # ersten, bisherigen
    view_prepositions: frozenset[str] = _NOTHING  # aus Sicht der X
    view_openers: frozenset[str] = _NOTHING  # für X sei
    source_adverbs: frozenset[str] = _NOTHING  # so X
    own: frozenset[str] = _NOTHING  # nach eigenen Angaben
    anaphoric_sources: frozenset[str] = _NOTHING  # demnach, demzufolge
    rumours: tuple[tuple[str, ...], ...] = ()  # nobody's in particular: angeblich, dem Vernehmen nach

    inserts_subject_first: bool = False  # "The ferry sank, he said" beside "…, said he"
    insertable: frozenset[str] = _NOTHING  # verbs of saying only where they are inserted: ", so erinnert sich X"
    citing: frozenset[str] = _NOTHING  # in the passive their subject speaks: quote, zitieren
    impersonal: frozenset[str] = _NOTHING  # es heißt in X
    going_on: tuple[str, ...] = ()  # heißt es weiter: in what was spoken of before
    emerging: frozenset[str] = _NOTHING  # dies geht aus X hervor
    known: frozenset[str] = _NOTHING  # es wurde bekannt, dass
    topics: frozenset[str] = _NOTHING  # before a colon they are nobody: motto, Fazit
    describing: frozenset[str] = _NOTHING  # between what somebody is and where: Historikerin in X
    appointments: tuple[str, ...] = ()  # how verbs begin by which somebody becomes something: ernannt
    appointing: frozenset[str] = _NOTHING  # before what somebody becomes: zum Verwalter
    places: frozenset[str] = _NOTHING  # prepositions of where it is said

    # interviews
    first_persons: frozenset[str] = _NOTHING  # I, me, my, we: who answers speaks so
    addressing: frozenset[str] = _NOTHING  # you, as written within a sentence: Sie, Ihnen
    honorifics: frozenset[str] = _NOTHING  # before a surname: Frau, Mr
    answer_labels: frozenset[str] = _NOTHING  # stand before an answer and are no name: Antwort, A
    interview_words: tuple[str, ...] = ()  # tell that somebody is asked
    before_guest: frozenset[str] = _NOTHING  # im Gespräch mit X
    before_interviewer: frozenset[str] = _NOTHING  # das Gespräch führte X

    # hearsay, pointing back
    nobody: frozenset[str] = _NOTHING  # subjects that are nobody: it, es, man
    hardly_anybody: frozenset[str] = _NOTHING  # determiners of whom nobody or hardly anybody is: few, kein
    anybody: frozenset[str] = _NOTHING  # those of them that say something all the same: man
    rejections: frozenset[str] = _NOTHING  # what is rejected was said by somebody else: ablehnen
    pronouns: frozenset[str]  # personal pronouns in any case
    possessives: frozenset[str] = _NOTHING  # his, their: whose statement it is
    carries_over_gaps: bool = True  # a quotation is the last speaker's, although the article has spoken since
    capitals_are_names: bool = False  # a capital within a sentence tells a name, as nowhere in German
    names_relations: bool = False  # "according to their lawyers" names lawyers
    definite: frozenset[str] = _NOTHING  # determiners of what is known already: the, der
    indefinite: frozenset[str] = _NOTHING  # determiners of what is brought in: a, ein
    anybodies: frozenset[str] = _NOTHING  # nouns that tell nothing of whom they bring in: a person
    crowds: frozenset[str] = _NOTHING  # the same of several: die Leute; "the people" points back
    demonstratives: frozenset[str] = _NOTHING  # this, dies, das
    hearsay_words: frozenset[str] = _NOTHING  # reportedly: nobody's in particular
    hearsay_modals: tuple[str, ...] = ()

    @abstractmethod
    def readings(self, token: SyntaxToken) -> tuple[VerbReading, ...]:
        """The verb forms that the token can be."""

    @abstractmethod
    def clauses(self, tokens: Sequence[SyntaxToken]) -> tuple[Clause, ...]:
        """The sentence's clauses with their verbs."""

    @abstractmethod
    def noun_phrase(self, tokens: Sequence[SyntaxToken], at: int, *, subject: bool = False) -> NounPhrase | None:
        """The noun phrase that begins at token `at`; with `subject`, only one whose form can be a subject's."""

    @abstractmethod
    def subject(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        """Who does what the clause's verb says."""

    @abstractmethod
    def agent(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        """Who does it when the clause is passive: "von X", "by X"."""

    @abstractmethod
    def attribute(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> NounPhrase | None:
        """Whose it is: the genitive in "Angaben der Polizei", what the preposition names in "a report by Reuters"."""

    @abstractmethod
    def is_speaker(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> bool:
        """Whether the phrase can name somebody who speaks, rather than a thing or a time."""

    @abstractmethod
    def is_statement(self, token: SyntaxToken) -> bool:
        """Whether the noun is for something that was said: Angaben, Bericht, statement."""

    @abstractmethod
    def is_opinion(self, token: SyntaxToken) -> bool:
        """Whether the noun is for what somebody thinks: Ansicht, Meinung, opinion."""

    def is_relative(self, tokens: Sequence[SyntaxToken], at: int) -> bool:  # noqa: ARG002
        """Whether a relative pronoun stands there, rather than the determiner of a noun phrase."""
        return False

    def is_thing(self, mention: Mention) -> bool:  # noqa: ARG002
        """Whether the mention is a thing or an animal, which can be the subject of "says" and says nothing."""
        return False

    def is_anybody(self, mention: Mention) -> bool:
        """Whether it brings in somebody of whom it tells nothing: "a person", "eine alte Frau", "die Leute"."""
        alone = mention.head == len(mention.tokens) - 1 < _SHORT_PHRASE
        if not alone or any(token.capital for token in mention.tokens[1:-1]):
            return False  # "eine Ahlener Frau"
        one = mention.first in self.indefinite and mention.noun in self.anybodies
        return one or mention.noun in self.crowds

    def names_nobody(self, mention: Mention) -> bool:
        """Whether no word of the mention is a noun or a name."""
        return all(token.lower in self._referring for token in mention.tokens)

    def is_claim(self, token: SyntaxToken) -> bool:  # noqa: ARG002
        """Whether the noun is for an act of saying that can have what is said beside it: Forderung, Behauptung."""
        return False

    @abstractmethod
    def has_infinitive(self, sentence: ParsedSentence, clause: Clause) -> bool:
        """Whether the clause is an infinitive that can be what is said: "…, den Hafen zu schließen"."""

    def can_announce(self, sentence: ParsedSentence, subject: NounPhrase) -> bool:  # noqa: ARG002
        """Whether this can be somebody before a colon with words behind it, though its noun is not known to be."""
        return False

    def idiom_reach(self, sentence: ParsedSentence, clause: Clause) -> tuple[int, int]:  # noqa: ARG002
        """The tokens, end exclusive, among which the word stands that makes the clause's verb one of saying."""
        return clause.start, clause.end

    def is_verdict(self, sentence: ParsedSentence, clause: Clause) -> bool:  # noqa: ARG002
        """Whether the clause calls something what it is said to be: "nannte das überfällig"."""
        return False

    def is_inserted(self, sentence: ParsedSentence, saying: Clause) -> bool:  # noqa: ARG002
        """Whether the clause of saying can belong to a main clause before it."""
        return saying.verb is not None and (saying.verb.finite == saying.start or self.inserts_subject_first)

    def is_attributive(self, sentence: ParsedSentence, clause: Clause) -> bool:  # noqa: ARG002
        """Whether the clause hangs on a noun: "a network | that has trafficked in rumours" """
        return False

    def is_complete(self, sentence: ParsedSentence, saying: Clause) -> bool:  # noqa: ARG002
        """Whether the clause of saying has its object in it, so that the next one is not what is said."""
        return False

    @abstractmethod
    def hearsay(self, sentence: ParsedSentence) -> str | None:
        """The words by which the sentence passes on a rumour: "soll … haben", "reportedly"."""

    @abstractmethod
    def genders(self, mention: Mention) -> frozenset[str]:
        """What can stand for the mention: of "m", "f", "n" and "p" (plural)."""

    @abstractmethod
    def is_somebody(self, noun: str) -> bool:
        """Whether the noun, as written, is for people by what they are or do, or an institution's name or kind."""

    @abstractmethod
    def tells_who(self, name: str, text: str) -> bool:
        """Whether a speaker's name in an article with this text is a person's or an institution's, or a role.

        "neue Studie", "Mann", "visits" tell nobody who it is.
        """

    def is_source(self, name: str, text: str) -> bool:  # noqa: ARG002
        """Whether a speaker's name in an article with this text can be a source's: not "vierte Tonne Kali".

        True where it does not pay to tell: in English it took as many right names as wrong ones.
        """
        return True

    @abstractmethod
    def name(self, mention: Mention, forms: frozenset[str]) -> str:
        """The mention without what is no name: determiner, title, case ending. `forms` are the article's words."""

    @abstractmethod
    def role(self, mention: Mention) -> str | None:
        """The noun that says what the named one is ("minister"), in lower case; None for a bare name."""

    def titles(self, mention: Mention) -> tuple[str, ...]:
        """The nouns before the name that say what the named one is, in lower case."""
        role = self.role(mention)
        return (role,) if role and self.is_name(mention) else ()

    def is_epithet(self, mention: Mention) -> bool:  # noqa: ARG002
        """Whether it only tells more of somebody who was named: "the father of three", "der 45-Jährige"."""
        return False

    def is_former_role(self, mention: Mention) -> bool:  # noqa: ARG002
        """Whether it is what somebody was or has learnt, with nothing behind it: "der frühere Spediteur" """
        return False

    def is_bare_role(self, mention: Mention) -> bool:  # noqa: ARG002
        """Whether it is a noun for what somebody is, without a determiner: "Zahnärztin" in "sie wurde Zahnärztin"."""
        return False

    def can_be_title(self, word: str) -> bool:  # noqa: ARG002
        """Whether the capitalised word before a name of two words can say what its bearer is."""
        return False

    def is_short_for(self, noun: str, title: str) -> bool:
        """Whether the noun, in lower case, can stand for the title: "Verwalterin" for "Insolvenzverwalterin"."""
        return noun == title

    def is_same_office(self, role: str, title: str) -> bool:  # noqa: ARG002
        """Whether two nouns, in lower case, are for the same office: "Anwalt", "Verteidiger"."""
        return False

    @abstractmethod
    def is_name(self, mention: Mention) -> bool:
        """Whether the mention has a proper name."""

    @abstractmethod
    def is_medium(self, mention: Mention) -> bool:
        """Whether the mention is a newspaper, an agency, a report."""

    @abstractmethod
    def is_person(self, mention: Mention) -> bool:
        """Whether the mention is by its first name or its title a person's."""

    @abstractmethod
    def is_body(self, mention: Mention) -> bool:
        """Whether the mention is an office, a party, a company, a group of people."""

    def has_noun(self, mention: Mention, noun: str) -> bool:  # noqa: ARG002
        """Whether the mention is an institution's name with the noun in it: "River Safety Agency" has "agency"."""
        return False

    def is_kind(self, noun: str) -> bool:  # noqa: ARG002
        """Whether the noun is a word for a kind of institutions: charity."""
        return False

    def is_kind_of(self, mention: Mention, noun: str) -> bool:  # noqa: ARG002
        """Whether the mention is the name of an institution that the noun is a word for: a trust is a charity."""
        return False

    @cached_property
    def not_so(self) -> frozenset[str]:
        """What opens a clause that tells of nothing that is: a condition, a purpose."""
        return self.purposes.union(self.conditions)

    @cached_property
    def saying(self) -> frozenset[str]:
        """All verbs of saying."""
        return self.statements | self.reactions | self.speech_acts

    @cached_property
    def framing(self) -> frozenset[str]:
        """All verbs that can stand beside a quotation, or be inserted."""
        return self.saying | self.insertable

    @cached_property
    def _referring(self) -> frozenset[str]:
        """Words that name nobody by themselves."""
        return self.pronouns | self.first_persons | self.nobody | self.definite

    def can_speak(self, mention: Mention) -> bool:
        """Whether the mention is a person or a body, rather than a thing."""
        return self.is_name(mention) or self.role(mention) is not None or self.is_body(mention)

    def is_finite(self, token: SyntaxToken) -> bool:
        """Whether the token can be a finite verb."""
        return any(reading.form in FINITE for reading in self.readings(token))
