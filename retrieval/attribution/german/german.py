"""The German grammar: words, verbs and syntax behind the interface that the rules use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from retrieval.attribution.german import (
    clauses,
    genders,
    idioms,
    naming,
    nominative,
    phrases,
    speaker_names,
    subject,
    words,
)
from retrieval.attribution.german.verbs import verb_lists
from retrieval.attribution.german.verbs.readings import readings
from retrieval.attribution.syntax.first_names import FIRST_NAMES, gender_of_first_name
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.subjects import inherited_subject
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import Form, VerbReading
from retrieval.language.rules import words as listed

_OPINION = re.compile(r"(?:sicht|meinung|auffassung|überzeugung|einschätzung|aussage|aussagen|angaben|darstellung)$")
_PARTICLE_INFINITIVE = re.compile(
    r"^(?:an|ab|auf|aus|ein|vor|zurück|mit|nach|her|hin|weiter|bei|durch|um|fest|teil|frei|weg|zusammen|nieder|heraus|los|unter|fort|bekannt)+zu[a-zäöüß]+en$"
)
_SHORTEST_MODIFIER = 3  # letters
_BODIES = re.compile(r"^[A-ZÄÖÜ]{2,6}$")


def _goes_on(sentence: ParsedSentence, clause: Clause) -> bool:
    """Whether the clause has the subject of the one before: "… und fordert", "…, fordert aber" """
    verb = clause.verb
    if verb is None or clause.kind is not ClauseKind.MAIN or verb.finite > clause.start + 1:
        return False
    if sentence.lower(verb.finite + 1) in words.PERSONAL:
        return False  # "und fordert er"
    joined = verb.finite == clause.start + 1 and sentence.lower(clause.start) in words.COORDINATORS
    return joined or (verb.finite == clause.start and sentence.lower(verb.finite + 1) in ("aber", "jedoch"))


def _before_in_list(sentence: ParsedSentence, clause: Clause) -> Clause | None:
    """The clause before one in a list of what somebody does: "Er kommt, | trägt eine Weste | und meint, …" """
    number = sentence.clauses.index(clause)
    if not 0 < number < len(sentence.clauses) - 1 or clause.verb is None or clause.verb.finite != clause.start:
        return None
    before, after = sentence.clauses[number - 1], sentence.clauses[number + 1]
    active = before.verb is not None and not before.verb.passive
    plain = active and all(c.kind is ClauseKind.MAIN for c in (before, clause, after))
    separate = sentence.tokens[before.end - 1].form == "," and not any(t.quoted for t in sentence.tokens)
    return before if plain and separate and _goes_on(sentence, after) else None


class German(Grammar):
    """German."""

    code = "de"
    statements = frozenset(verb_lists.STATEMENTS.replace("|", "").split())
    speech_acts = frozenset(verb_lists.SPEECH_ACTS.replace("|", "").split())
    reactions = frozenset(verb_lists.REACTIONS.replace("|", "").split())
    insertable = listed("erinnern finden denken hoffen wissen rufen schreien brüllen murmeln brummen knurren seufzen")
    silences = listed("""
    äußern antworten kommentieren sagen mitteilen reagieren bekanntgeben angeben bestätigen festlegen
""")
    negations = listed("nicht nichts keine keinen niemand kein")
    complementisers = words.COMPLEMENTISERS
    degrees = listed("viel viele vielen lange oft hoch groß sehr weit teuer alt schnell stark")
    requests = listed("auffordern bitten")
    rumours = (
        ("angeblich",),
        ("vernehmen", "nach"),
        ("im", "verdacht"),
        ("unter", "verdacht"),
        ("gerüchten", "zufolge"),
    )
    merely_possible = listed("""
    könnte müsste möchte möchten dürfte dürften wäre wären läge gäbe sollte wollte
""")
    wishes = frozenset({"gern", "gerne", "lieber"})
    purposes = frozenset({"damit"})
    comparatives = frozenset({"mehr", "weniger", "anders"})
    conditions = ("wenn", "falls", "sollte", "sollten")
    declarative = frozenset({"dass", "daß", "ob"})
    consecutive = frozenset({"so", "sodass"})
    idle = frozenset(tuple(line.split()) for line in idioms.IDLE_WITH_WORD.strip().splitlines())  # type: ignore[misc]
    first_person = frozenset({"ich"})
    idioms = frozenset(tuple(line.split()) for line in idioms.WITH_WORD.strip().splitlines())  # type: ignore[misc]
    comparing = frozenset({"wie"})
    first_persons = listed("""
    ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer unseres
    """)
    addressing = listed("""
    Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres du dich dir dein deine deinen deinem deiner euch ihr Frau Herr Herrn
    """)
    honorifics = listed("frau herr herrn")
    answer_labels = listed("antwort a")
    interview_words = ("gespräch", "interview", "sprach", "sprachen", "gesprochen")
    before_guest = frozenset({"mit"})
    before_interviewer = listed("führte führten fragte von")
    source_prepositions = frozenset({"laut"})
    norm_prepositions = frozenset({"gemäß", "gemäss"})
    source_postpositions = frozenset({"zufolge"})
    statement_prepositions = frozenset({"nach", "gemäß", "entsprechend", "aus"})
    numbered = listed("artikel dokument bericht studie schreiben mitteilung")
    inquiries = listed("untersuchungen ermittlungen recherchen messungen nachforschungen annahmen")
    interim = listed("ersten bisherigen jüngsten neuesten neuen vorläufigen derzeitigen aktuellen eigenen")
    view_prepositions = frozenset({"aus"})
    view_openers = frozenset({"für"})
    source_adverbs = frozenset({"so"})
    own = frozenset({"eigenen", "eigener", "eigenem"})
    anaphoric_sources = frozenset(["demnach", "demzufolge", "hiernach", "wonach"])
    citing = frozenset({"zitieren"})
    impersonal = frozenset({"heißen"})
    going_on = ("weiter", "darin", "dort", "außerdem", "zudem", "ferner", "dazu", "daraus", "demnach")
    emerging = frozenset({"hervorgehen", "verlauten"})
    known = frozenset({"bekannt", "bekanntgeworden"})
    topics = words.TOPICS
    describing = words.ATTACHING | words.GENITIVE | {"an", "am"}
    appointments = (
        "bestell",
        "ernann",
        "ernenn",
        "gewählt",
        "wählt",
        "beruf",
        "berief",
        "beförder",
        "bestimm",
        "einsetz",
    )
    appointing = frozenset({"zum", "zur", "als"})
    places = listed("in im bei beim von vom aus seitens")
    nobody = frozenset({"es", "man"})
    hardly_anybody = frozenset({"kein", "keine", "keiner", "niemand"})
    anybody = frozenset({"man"})
    rejections = listed("""
    ablehnen bestreiten zurückweisen dementieren kritisieren verurteilen begrüßen loben leugnen widerlegen verneinen
    """)
    coordinators = words.COORDINATORS
    pronouns = words.PERSONAL | listed("seiner seinen seinem seine ihrer ihren ihrem ihre dessen deren")
    possessives = listed("seiner seinen seinem seine ihrer ihren ihrem ihre dessen deren")
    definite = listed("der die das dem den des dieser diese dieses diesem diesen")
    indefinite = frozenset({"ein", "eine", "einer", "einem", "eines", "einen"})
    anybodies = listed("person mensch frau mann")
    crowds = listed("leute leuten menschen personen frauen männer männern")
    demonstratives = frozenset({"dies", "das", "dieses"})
    hearsay_modals = ("soll", "sollen")

    def readings(self, token: SyntaxToken) -> tuple[VerbReading, ...]:
        return readings(token)

    def clauses(self, tokens: Sequence[SyntaxToken]) -> tuple[Clause, ...]:
        return clauses.clauses(tokens)

    def noun_phrase(self, tokens: Sequence[SyntaxToken], at: int, *, subject: bool = False) -> NounPhrase | None:
        found = phrases.noun_phrase(tokens, at, subject=subject)
        return phrases.with_apposition(tokens, found) if found else None

    def subject(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        if clause.verb and clause.verb.lemma not in self.saying and (before := _before_in_list(sentence, clause)):
            return self.subject(sentence, before)
        found = inherited_subject(sentence, clause, self) if _goes_on(sentence, clause) else None
        found = found or subject.subject(sentence, clause) or inherited_subject(sentence, clause, self)
        found = found or subject.noble_name(sentence, clause)
        found = subject.named_before(sentence, clause, found) if found else None
        return phrases.with_apposition(sentence.tokens, found) if found else None

    def agent(self, sentence: ParsedSentence, clause: Clause) -> NounPhrase | None:
        for index in range(clause.start, clause.end):
            if sentence.lower(index) in ("von", "vom", "seitens") and not sentence.tokens[index].quoted:
                return self.noun_phrase(sentence.tokens, index + 1)
        return None

    def attribute(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> NounPhrase | None:
        at = phrase.head + 1
        if at >= phrase.end:
            return None
        lower = tokens[at].lower
        if lower in words.GENITIVE | {"von", "vom", "aus", "im", "in"}:
            start = at if lower in words.GENITIVE else at + 1
            found = self.noun_phrase(tokens, start)
            return found if lower not in ("im", "in", "aus") else None
        if tokens[at].capital or tokens[at].form in '„»"':
            return NounPhrase(at, phrase.end, at)
        return None

    def is_speaker(self, tokens: Sequence[SyntaxToken], phrase: NounPhrase) -> bool:
        inner = tokens[phrase.start : phrase.end]
        if words.is_abstract(tokens[phrase.head].lower) and not naming.is_personal(inner):
            return False  # "Die Anwendung der Regel durch den Minister"
        if inner[0].lower in ("er", "sie") or any(
            t.lower in words.PERSON or t.lower in words.BODY or t.lower in words.MEDIUM for t in inner if t.capital
        ):
            return True
        capitals = [t for t in inner if t.capital]
        things = len([t for t in capitals if t.lower not in words.DETERMINERS]) > 1
        if things and inner[0].lower in self.indefinite and not naming.is_personal(inner):
            return False  # "ein Stapel Aufkleber"
        noun = tokens[phrase.head].lower
        if len(capitals) == 2 and capitals[0].lower in words.DETERMINERS and noun in words.IMPERSONAL:
            return False  # "Das Feuer fordert …"
        return (
            len(capitals) >= 2
            or any(_BODIES.match(t.form) for t in capitals)
            or inner[0].lower not in words.DETERMINERS
        )

    def is_statement(self, token: SyntaxToken) -> bool:
        return token.lower in words.STATEMENT_NOUN

    def is_relative(self, tokens: Sequence[SyntaxToken], at: int) -> bool:
        if at + 1 >= len(tokens) or tokens[at].lower not in words.RELATIVES:
            return False
        following = tokens[at + 1]
        opens = following.lower in words.DETERMINERS | words.PERSONAL or gender_of_first_name([following]) is not None
        return opens or tokens[at].lower == "denen"

    def names_nobody(self, mention: Mention) -> bool:
        names = [token.lower for token in mention.tokens if token.capital and token.lower not in words.DETERMINERS]
        if names and all(name in words.TIMES and name != "zeit" for name in names):
            return True  # "sechs Cent"
        return super().names_nobody(mention) or not any(
            token.capital and not (token.lower in words.PREPOSITIONS or words.is_adverb(token.lower))
            for token in mention.tokens
        )

    def is_thing(self, mention: Mention) -> bool:
        return mention.noun in words.SPEECHLESS and not (naming.is_name(mention) or naming.is_person(mention))

    def is_claim(self, token: SyntaxToken) -> bool:
        return token.lower in words.CLAIM

    def is_opinion(self, token: SyntaxToken) -> bool:
        return bool(_OPINION.search(token.lower))

    def has_infinitive(self, sentence: ParsedSentence, clause: Clause) -> bool:
        return (
            clause.kind is ClauseKind.FRAGMENT
            and clause.opener not in words.OF_PURPOSE
            and any(
                t.lower == "zu" or _PARTICLE_INFINITIVE.match(t.lower)
                for t in sentence.tokens[clause.start : clause.end]
                if not t.quoted
            )
        )

    def can_announce(self, sentence: ParsedSentence, subject: NounPhrase) -> bool:
        noun = sentence.tokens[subject.head]
        return noun.capital and noun.lower not in words.IMPERSONAL

    def idiom_reach(self, sentence: ParsedSentence, clause: Clause) -> tuple[int, int]:
        end = clause.end
        for rest in sentence.clauses:
            if rest.start == end and rest.kind is ClauseKind.FRAGMENT:
                end = rest.end  # "geht nach Worten des Leiters, Jan Brandt, | davon aus"
        return clause.start, end

    def is_verdict(self, sentence: ParsedSentence, clause: Clause) -> bool:
        verb = clause.verb
        if verb is None or verb.lemma != "nennen" or verb.passive:
            return False
        inner = [t for t in sentence.tokens[clause.start : clause.end] if t.word and not t.quoted]
        it = any(one.lower in ("das", "dies", "es") and not other.capital for one, other in pairwise(inner))
        adjective = not inner[-1].capital and inner[-1].form.isalpha() and inner[-1].lower not in words.PERSONAL
        return (
            it
            or self._names_something(sentence, clause)
            or (adjective and not self.is_finite(inner[-1]) and not words.is_adverb(inner[-1].lower))
        )

    def _names_something(self, sentence: ParsedSentence, clause: Clause) -> bool:
        """ "nennt das Ereignis einen Skandal": two phrases behind the verb, and the second is what it is called"""
        at, starts = clause.verb.finite + 1 if clause.verb else clause.end, []
        while at < clause.end:
            phrase = self.noun_phrase(sentence.tokens, at)
            if phrase:
                starts.append(sentence.lower(at))
            at = phrase.end if phrase else at + 1
        return len(starts) == 2 and starts[1] in self.indefinite and starts[0] not in ("dem", "ihm")

    def hearsay(self, sentence: ParsedSentence) -> str | None:
        for clause in sentence.clauses:
            verb = clause.verb
            if verb and verb.modal == "sollen" and verb.form in (Form.PRESENT, Form.PLURAL):
                last = [t.lower for t in sentence.tokens[verb.finite + 1 : clause.end] if t.word][-2:]
                perfect = verb.head != verb.finite or last[:1] in (["worden"], ["gewesen"], ["geworden"])
                if last and last[-1] in ("haben", "sein") and perfect:
                    return f"{sentence.tokens[verb.finite].form} … {last[-1]}"
        return None

    def genders(self, mention: Mention) -> frozenset[str]:
        return genders.genders(mention)

    def is_somebody(self, noun: str) -> bool:
        return speaker_names.is_somebody(noun)

    def tells_who(self, name: str, text: str) -> bool:
        return speaker_names.tells_who(name, text)

    def is_source(self, name: str, text: str) -> bool:
        return speaker_names.is_source(name, text)

    def name(self, mention: Mention, forms: frozenset[str]) -> str:
        return nominative.name(mention, forms)

    def role(self, mention: Mention) -> str | None:
        return naming.role(mention)

    def titles(self, mention: Mention) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*super().titles(mention), *naming.titles(mention)]))

    def is_epithet(self, mention: Mention) -> bool:
        behind = [token.lower for token in mention.tokens[mention.head + 1 : mention.head + 3]]
        counted = behind[:1] == ["von"] and not words.COUNTING.isdisjoint(behind[1:])
        parent = mention.noun in ("vater", "mutter") and counted
        native = any(token.lower.startswith("gebürtige") for token in mention.tokens[1:2])
        return mention.first in self.definite and (parent or native or mention.noun in words.EPITHET)

    def is_former_role(self, mention: Mention) -> bool:
        adjective, *attached = [token.lower for token in mention.tokens[1:]] or [""]
        noun = len(attached) == 1 and (mention.noun in words.PERSON or words.is_agent(mention.noun))
        return noun and mention.first in self.definite and adjective in words.FORMER

    def is_bare_role(self, mention: Mention) -> bool:
        token = mention.tokens[0]
        return len(mention.tokens) == 1 and (token.lower in words.PERSON or naming.is_occupation(token))

    def can_be_title(self, word: str) -> bool:
        return word in words.CAN_BE_TITLE and word.lower() not in FIRST_NAMES

    def is_short_for(self, noun: str, title: str) -> bool:
        return noun in (title, f"{title}in") or (title.endswith(noun) and len(title) - len(noun) >= _SHORTEST_MODIFIER)

    def is_same_office(self, role: str, title: str) -> bool:
        return any(role in nouns and title in nouns for nouns in words.SAME_OFFICE)

    def is_name(self, mention: Mention) -> bool:
        return naming.is_name(mention)

    def is_medium(self, mention: Mention) -> bool:
        return naming.is_medium(mention)

    def is_body(self, mention: Mention) -> bool:
        return mention.noun in words.BODY

    def has_noun(self, mention: Mention, noun: str) -> bool:
        return naming.has_noun(mention, noun)

    def is_kind(self, noun: str) -> bool:
        return noun in words.KINDS

    def is_kind_of(self, mention: Mention, noun: str) -> bool:
        kind = words.KINDS.get(noun)
        return bool(kind and not naming.is_person(mention) and any(t.lower in kind for t in naming.nouns(mention)))

    def is_person(self, mention: Mention) -> bool:
        return naming.is_person(mention)
