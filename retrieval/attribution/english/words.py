"""English words that carry grammar, and nouns that tell a speaker, a source or a time."""

from __future__ import annotations

import re

from retrieval.language.rules import words

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
RELATIVES = words("who which that whose")
COMPLEMENTISERS = words("that whether")
COORDINATORS = words("and or but")
SPLITTING = words("""
    that who which whose whether because when while although though if unless whereas where
""")  # a clause begins there
SOMETIMES_SPLITTING = words("after before since until as")
INTERROGATIVES = words("what how why where if")
AUXILIARIES = words("""
    is are was were am be been being has have had having do does did will would can could may might must shall should
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't couldn't he's she's it's
    isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t couldn’t he’s she’s it’s
""")
SAYING = words("say claim argue insist declare assert allege suggest warn")  # verbs: "a statement saying that …"
ADDRESSED = words("tell inform assure ask warn remind")  # verbs: behind them stands who is told
PARTICLES = words("to out this last and")  # may stand between a verb and the "that" that hangs on it
QUANTIFIERS = words("some many others most all both several few these those")
OBJECT_PRONOUNS = words("him her them us me you it")
# Before a participle they tell that it is an attribute, too: "a former elected official".
ADJECTIVES = words("""
    new former senior old young recent long big large small great high low top major own late early other second third
    first last next current good bad real local national federal public private political foreign
""")
NO_VERBS = words("hundred kindred sacred naked wicked indeed speed breed exceed proceed succeed united")
ADVERBS = words("""
    also later then now still already however meanwhile earlier today yesterday tomorrow only even just never always
    often once again not soon too here there instead moreover nevertheless reportedly allegedly yet perhaps so
""")
# Behind these a word that could be a verb is none: "to", "the claims", "of reports".
BEFORE_NOUNS = (DETERMINERS - words("that this all both some many most few")) | PREPOSITIONS
# They look like verbs, and are nouns before a mark or a preposition: "his tax returns, …".
NOUNS = words("""
    returns claims reports calls demands attacks comments remarks notes forecasts votes plans questions charges
    estimates complaints needs works talks moves leaves shows stresses issues causes
""")
TIMES = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december day week month year morning afternoon evening night weekend hour minute today yesterday
    days weeks months years hours minutes
""")
PERSON = re.compile(
    r"(?:minister|president|secretary|chief|spokesman|spokeswoman|spokesperson|director|officer|mayor|leader|head|"
    r"chairman|chairwoman|chair|judge|professor|prof\.|dr\.?|doctor|analyst|expert|official|lawyer|senator|governor|"
    r"general|captain|owner|manager|executive|founder|researcher|scientist|engineer|resident|witness|neighbour|"
    r"neighbor|journalist|author|teacher|coach|player|bishop|pope|king|queen|prince|princess|ambassador|councillor|"
    r"commissioner|inspector|sergeant|farmer|fisherman|pilot|mr\.?|mrs\.?|ms\.?|sir|lord|lady|vice|prime|deputy|"
    r"critic|activist|editor|harbourmaster|harbormaster|man|woman|mother|father)(?:s|es)?$"
)
WOMAN = re.compile(r"(?:woman|mrs\.?|ms\.?|queen|princess|lady|mother|actress|duchess)$")
MAN = re.compile(r"(?:man|mr\.?|king|prince|lord|father|sir)$")
BODY = re.compile(
    r"(?:police|government|ministry|company|council|court|party|agency|office|department|union|group|commission|"
    r"committee|university|institute|hospital|bank|army|navy|coastguard|association|board|authority|authorities|team|"
    r"parliament|campaign|opposition|firm|operator|airline|church|club|family|organisation|organization|institution)"
    r"(?:s|es)?$"
)
MEDIUM = re.compile(
    r"(?:newspaper|paper|magazine|agency|broadcaster|daily|weekly|tabloid|journal|times|post|news|gazette|herald|"
    r"tribune|report|article|study|website|outlet|media|press|radio|television|chronicle|courier)(?:s)?$"
)
STATEMENT_NOUN = re.compile(
    r"(?:report|statement|study|account|figure|estimate|document|source|article|survey|letter|analysis|media|release|"
    r"filing|official)s?$"
)
OPINION_NOUN = re.compile(r"(?:view|opinion|words|eyes|judgment)$")
PLURAL = re.compile(r"(?:s|people|police|men|women|media)$")


def is_adverb(lower: str) -> bool:
    """Whether the word, in lower case, modifies rather than names."""
    return lower in ADVERBS or (lower.endswith("ly") and lower not in ("family", "italy", "daily", "weekly"))
