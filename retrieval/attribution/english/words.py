"""English words that carry grammar, and nouns that tell a speaker, a source or a time."""

from __future__ import annotations

from retrieval.attribution.syntax.word_pattern import once_each_word
from retrieval.language.rules import words


class NounList:
    """NounList with their plurals, by themselves or behind a hyphen; `compounds` are endings of further ones."""

    def __init__(self, listed: str, compounds: tuple[str, ...] = ()) -> None:
        self._forms = frozenset(form for noun in listed.split() for form in (noun, f"{noun}s", *_plurals(noun)))
        self._compounds = compounds
        self._has_word = once_each_word(self._has)

    def __contains__(self, lower: object) -> bool:
        return self._has_word(str(lower))

    def _has(self, lower: str) -> bool:
        if lower in self._forms:
            return True
        last = lower.rpartition("-")[2]
        return last in self._forms or (
            bool(self._compounds) and last.endswith(self._compounds) and last not in _NATIONS
        )


def _plurals(noun: str) -> tuple[str, ...]:
    return (f"{noun[:-1]}ies",) if noun.endswith("y") else (f"{noun}es",)


_NATIONS = words("german roman human norman ottoman")
DETERMINERS = words("""
    the a an his her their its our my your this that these those some many several two three four five six seven eight
    nine ten all both every each another other any no most few
""")
PREPOSITIONS = words("""
    in on at by for from of to with about after before during under over against among between through into without
    within near across behind since until despite amid via per like outside inside around along towards beyond
    including following regarding concerning throughout besides beneath
""")
ATTACHING = words("of for at from in with")
PRONOUNS = words("he she it they we i you him her them us me who")
SUBJECT_PRONOUNS = words("he she they it we i you who")
SUBORDINATORS = words("""
    that whether if because while when although though as since after before until unless where how why what which who
    whose so
""")
# Behind "is", "was", "been": hearsay, nobody is named.
HEARSAY = frozenset({
    ("said", "to"), ("believed", "to"), ("thought", "to"), ("rumoured", "to"), ("rumored", "to"), ("reported", "to"),
    ("understood", "to"), ("alleged", "to"), ("accused", "of"), ("suspected", "of"),
})  # fmt: skip
RELATIVES = words("who which that whose")
COMPLEMENTISERS = words("that whether")
COORDINATORS = words("and or but")
SPLITTING = words("""
    that who which whose whether because when while although though if unless whereas where
""")  # a clause begins there
SOMETIMES_SPLITTING = words("after before since until as")
INTERROGATIVES = words("what how why where if")
AUXILIARIES = words("""
    is are was were am be been being has have had having do does did will would can cannot could may might must shall
    should
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't couldn't
    isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t couldn’t
""")
SAYING = words("say claim argue insist declare assert allege suggest warn")  # verbs: "a statement saying that …"
WITH_OBJECT = words("add post maintain write state report indicate")  # verbs: with a mere object they say nothing
OBJECT_FIRST = words("describe put accuse")  # verbs: "describe X as"
OF_PLACE = words("to with in at on after before during")  # prepositions: "spoke to X on Monday about"
ADDRESSED = words("tell inform assure ask warn remind")  # verbs: behind them stands who is told
COURTESY = words("mr mr. mrs mrs. ms ms. sen. rep. gov.")
NO_NAMES = words("""
    nobody everybody somebody anybody everyone someone anyone nothing everything something anything each none half
    i we you who some many others most all both several few these those this that one another it what
""")
NUMBERS = words("one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands")
QUANTIFIERS = words("some many others most all both several few these those")
OBJECT_PRONOUNS = words("him her them us me you it")
# Before a participle they tell that it is an attribute, too: "a former elected official".
ADJECTIVES = words("""
    new former senior old young recent long big large small great high low top major own late early other second third
    first last next current good bad best worst real local national federal public private political foreign
""")
NO_VERBS = words("hundred kindred sacred naked wicked indeed speed breed exceed proceed succeed united")
ADVERBS = words("""
    also later then now still already however meanwhile earlier today yesterday tomorrow only even just never always
    often once again not soon too here there instead moreover nevertheless reportedly allegedly yet perhaps so alone
    very quite rather almost well ever maybe
""")
_NO_ADVERBS = words("""
    family italy daily weekly monthly yearly early elderly friendly deadly costly likely assembly ally rally supply
    reply july monopoly anomaly bully
""")
# Behind these a word that could be a verb is none: "to", "the claims", "of reports".
BEFORE_NOUNS = (DETERMINERS - words("that this all both some many most few")) | PREPOSITIONS
# They look like verbs, and are nouns before a mark or a preposition: "his tax returns, …".
NOUNS = words("""
    returns claims reports calls demands attacks comments remarks notes forecasts votes plans questions charges
    estimates complaints fears hopes needs works talks moves leaves shows stresses issues causes
""")
TIMES = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december day week month year morning afternoon evening night weekend hour minute
    today yesterday days weeks months years hours minutes
""")
SPANS = words("day days week weeks month months year years hour hours minute minutes")
PERSON = NounList(
    """
    minister president secretary chief director officer mayor leader head chair judge professor prof. dr dr. doctor
    analyst expert official lawyer senator sen. governor gov. representative rep. del. rev rev. reverend vicar
    curate gen. lt. col. sgt. capt. general captain owner
    manager executive founder researcher scientist engineer resident witness neighbour neighbor journalist author
    teacher coach player bishop pope king queen prince princess ambassador councillor commissioner inspector
    sergeant farmer pilot mr mr. mrs mrs. ms ms. sir lord lady vice prime deputy critic activist editor
    harbourmaster harbormaster man woman mother father nominee candidate attorney adviser advisor aide supporter
    surrogate strategist economist historian host writer reporter columnist commentator pollster operative lawmaker
    speaker justice sheriff prosecutor detective colonel admiral veteran voter worker employee member colleague
    friend boss partner wife husband son daughter brother sister nephew niece uncle aunt cousin grandmother
    grandfather boy girl actor actress singer artist musician poet playwright novelist curator composer conductor
    student scholar fellow physicist biologist ecologist chemist geologist nurse surgeon patient victim suspect
    survivor driver sailor skipper trader investor shareholder banker accountant consultant contractor developer
    designer architect planner landlord tenant villager insider source counsel treasurer trustee negotiator diplomat
    regulator observer organiser organizer protester campaigner pastor priest rabbi imam parent relative cleaner
    mp mep ceo cfo coo tutor archaeologist astronomer meteorologist psychologist statistician
""",
    ("man", "men", "woman", "women", "person", "people"),
)
WOMAN = NounList("""
    woman mrs mrs. ms ms. queen princess lady mother actress duchess wife daughter sister niece aunt grandmother girl
    spokeswoman chairwoman congresswoman businesswoman
""")
MAN = NounList("""
    man mr mr. king prince lord father sir husband son brother nephew uncle grandfather boy spokesman chairman
    congressman businessman fisherman
""")
BODY = NounList("""
    police government ministry company council court party agency office department union group commission committee
    university institute hospital bank army navy coastguard association board authority team parliament
    campaign opposition firm operator airline church club family organisation organization institution administration
    congress senate house foundation centre center coalition charity society federation league museum
""")
MEDIUM = NounList("""
    newspaper paper magazine agency broadcaster daily weekly tabloid journal times post news gazette herald tribune
    report article study website outlet media press radio television chronicle courier
""")
STATEMENT_NOUN = NounList("""
    report statement study account figure estimate document source article survey letter analysis media release filing
    official
""")
# Something written, which is no institution as a newspaper is; and nouns that without a name tell nobody who it is.
DOCUMENT = NounList("""
    paper report study trial survey statement document article letter analysis figure estimate filing release review
    data poll
""")
UNINFORMATIVE = words("""
    person people man men woman women boy girl child children mother father son daughter brother sister wife husband
    place office majority minority
""")
# Singulars that a name of two halves ends with: "the Fish and Wildlife Department".
OFFICES = words("department agency service commission board authority committee bureau council ministry office")
_COMPANIES = words("""
    plc ltd inc corp corporation ferries airlines railways motors company leisure holdings energy power foods systems
    technologies industries partners shipping
""")
# What an institution may be called later: "the Marsh Alliance … the group".
KINDS = {
    "group": words(
        "alliance coalition association campaign network society trust league federation initiative friends"
    ),
    "charity": words("trust foundation society"),
    "agency": words("administration bureau authority"),
    "company": _COMPANIES,
    "firm": _COMPANIES,
}
# Nouns of jobs that are not listed, where a name follows in apposition: "the district surveyor, Oswin Drage".
JOB_ENDINGS = ("or", "er", "ist", "ian", "ant", "ent", "ate")
# Where somebody says it: "said Oswin Drage in a statement".
OCCASIONS = words("""
    statement interview email e-mail letter post tweet message speech briefing conference hearing report filing court
""")
# Things and animals that are the subject of "says" and "demands", and say nothing.
THINGS = NounList("""
    index scale gauge schedule calendar thermometer
    clock bell sign phone screen app tracker sensor camera machine car ship boat ferry bus train price rent cost number
    photo picture map plaque label pigeon crow gull bird dog cat cow horse sheep fish fox rat bee wolf animal
""")
TOPICS = words("""
    result motto goal verdict lesson slogan message question note tip warning plan conclusion moral rule upshot answer
""")
OPINION_NOUN = NounList("view opinion word eye judgment")


def is_plural(lower: str) -> bool:
    """Whether the noun looks like a plural."""
    return (lower.endswith("s") and not lower.endswith("ss")) or lower.endswith(("people", "police", "men", "media"))


def is_subject_pronoun(lower: str) -> bool:
    """ "he", "he's" """
    return lower.replace("’", "'").partition("'")[0] in SUBJECT_PRONOUNS


def is_job(lower: str) -> bool:
    """Whether the noun is for a person, or looks like one for a job."""
    return lower in PERSON or lower.endswith(JOB_ENDINGS)


def is_adverb(lower: str) -> bool:
    """Whether the word, in lower case, modifies rather than names."""
    return lower in ADVERBS or (lower.endswith("ly") and lower not in _NO_ADVERBS)
