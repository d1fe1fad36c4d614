"""English words by which a question can be at odds with an article."""

from __future__ import annotations

from retrieval.language.english.opposites import OPPOSITE_PREFIXES, OPPOSITE_PREPOSITIONS, OPPOSITES
from retrieval.language.measures import ENGLISH_MEASURES
from retrieval.language.numerals import english_numerals
from retrieval.language.places import COUNTRIES, ENGLISH_PLACES, SAME_NAMES
from retrieval.language.premise_words import PremiseWords
from retrieval.language.rules import fold_case

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# As in German, but for "spring" and "fall", which mostly mean something else.
_SEASONS = {
    "summer": (6, 7, 8, 9),
    "autumn": (9, 10, 11, 12),
    "winter": (12, 1, 2, 3),
    "easter": (3, 4),
    "christmas": (12,),
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "trillion": 1e12,
}
_NOT_NAMES = fold_case("""
    i god article text author picture january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday internet online covid corona christmas easter
    english mr mrs ms dr sir lord lady earth latin greek celsius fahrenheit tv ceo cfo pm mp gp dj id hr pr it
    sms dna atm vip faq
""")
_ROLES = (
    r"(?:minister|president|chancellor|spokes\w+|chief|secretary|director|coach|professor|lawyer|judge|bishop|general|"
    r"king|queen|senator|commissioner|governor|ambassador|captain|mayor|chairman|chairwoman|councillor|author|critic|"
    r"pope|prince|princess|founder|owner|mr|mrs|ms|dr|sir|lady|lord|detective|sergeant|co-author)"
)
# "t" is what words of "didn't" and "can't" have in common.
_NEGATIONS = fold_case("not no never nobody nothing none without neither nor cannot t")
_DENIALS = r"den(?:y|ies|ied)|refus(?:e|es|ed)|prevent(?:s|ed)?|rul(?:e|es|ed)(?=.*\bout\b)|fail(?:s|ed)?(?=.*\bto\b)"
_VERBS_WITHOUT_ROLES = fold_case("""
    be have do become make meet marry play talk speak negotiate argue agree differ fight compete face join open close
    begin start end change move grow increase break sink burn
""")

ENGLISH_PREMISES = PremiseWords(
    numerals=english_numerals(),
    scales=_SCALES,
    months={
        **{name: number for number, name in enumerate(_MONTHS, start=1)},
        **{"jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
    },
    weekdays={name: number for number, name in enumerate(_WEEKDAYS, start=1)},
    measures=ENGLISH_MEASURES,
    seasons=_SEASONS,
    decimal=".",
    approximate=fold_case("about around roughly approximately nearly almost over more than less least most under up"),
    selecting=fold_case("which what the these those name list of are"),
    centuries=fold_case("century centuries"),
    not_names=_NOT_NAMES,
    roles=_ROLES,
    places=ENGLISH_PLACES,
    same_names=SAME_NAMES,
    countries=COUNTRIES,
    before_names=fold_case("in from to at near of against for"),
    street_endings=r"^(?:street|road|lane|avenue|square|bridge)$",
    definite=fold_case("the"),
    determiners=fold_case("the a an his her their its"),
    asking_for_doer=fold_case("who which"),
    verbs_without_roles=_VERBS_WITHOUT_ROLES,
    auxiliaries=fold_case("did does do has have had will would can could should must"),
    negations=_NEGATIONS,
    already=fold_case("already immediately always"),
    denials=_DENIALS,
    exceptions=r"with the exception|except(?:ing)?|apart from|other than|aside from|save for|excluding",
    opposites=OPPOSITES,
    opposite_prepositions=OPPOSITE_PREPOSITIONS,
    presupposing=fold_case("why"),
    opposite_prefixes=OPPOSITE_PREFIXES,
)
