"""English words by which a question can be at odds with an article."""

from __future__ import annotations

from retrieval.language.english.occupations import KIN, OCCUPATIONS
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
_SCALES = {
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
    english mr mrs ms dr sir lord lady earth latin greek celsius fahrenheit
""")
_ROLES = (
    r"(?:minister|president|chancellor|spokes\w+|chief|secretary|director|coach|professor|lawyer|judge|bishop|general|"
    r"king|queen|senator|commissioner|governor|ambassador|captain|mayor|chairman|chairwoman|councillor|author|critic|"
    r"pope|prince|princess|founder|owner|mr|mrs|ms|dr|sir|lady|lord|detective|sergeant|co-author)"
)
# "t" is what words of "didn't" and "can't" have in common.
_NEGATIONS = fold_case("not no never nobody nothing none without neither nor cannot t")
_DENIALS = r"den(?:y|ies|ied)|refus(?:e|es|ed)|prevent(?:s|ed)?|rul(?:e|es|ed)(?=.*\bout\b)|fail(?:s|ed)?(?=.*\bto\b)"
_OPPOSITES = (
    (
        r"r(?:ise|ises|isen|ose)|increas\w+|gr(?:ow|ows|own|ew)|climb(?:s|ed)?|went up",
        r"f(?:all|alls|allen|ell)|decreas\w+|declin\w+|dropp?(?:s|ed)?|sank|sunk|shrank|shrunk|reduced?",
    ),
    (
        r"stop(?:s|ped)?|halt(?:s|ed)?|end(?:s|ed)?|cancel\w*|abandon\w*",
        r"continu(?:e|es|ed)|resum(?:e|es|ed)|carr(?:y|ied) on",
    ),
    (r"w(?:in|ins|on)|beat|beats|beaten", r"los(?:e|es|t)|defeated"),
    (r"reject(?:s|ed)?|refus(?:e|es|ed)|turned down", r"accept(?:s|ed)?|approv(?:e|es|ed)|agree(?:s|d)?"),
    (r"ban(?:s|ned)?|forbid\w*|forbade|prohibit\w*", r"allow(?:s|ed)?|permit\w*"),
    (r"open(?:s|ed)?", r"clos(?:e|es|ed)|shut(?:s)?"),
    (r"prais(?:e|es|ed)|welcom(?:e|es|ed)", r"critici[sz](?:e|es|ed)|condemn(?:s|ed)?"),
    (r"longer|lengthen\w*", r"shorter|shorten\w*"),
    (
        r"more|most|larger|largest|bigger|biggest|higher|highest",
        r"less|least|fewer|fewest|smaller|smallest|lower|lowest",
    ),
    (r"likely|probable|possible|plausible", r"unlikely|improbable|impossible|implausible|ruled out"),
    (r"better|best|improv(?:e|es|ed)", r"worse|worst|worsen(?:s|ed)?|deteriorat(?:e|es|ed)"),
    (r"bu(?:y|ys|ying)|bought|acquir(?:e|es|ed)|purchased?", r"s(?:ell|ells|old|elling)"),
    (r"hir(?:e|es|ed)|appoint(?:s|ed)?", r"fir(?:e|es|ed)|sack(?:s|ed)?|dismiss(?:es|ed)?"),
    (r"succeed(?:s|ed)?|success(?:ful)?", r"fail(?:s|ed)?|failure"),
    (r"satisfied|pleased|delighted|happy", r"dissatisfied|disappointed|unhappy|angry"),
    (r"introduc(?:e|es|ed)", r"abolish(?:es|ed)?|scrap(?:s|ped)?"),
    (r"younger|youngest", r"older|oldest|elder|eldest"),
    (r"confirm(?:s|ed)?", r"den(?:y|ies|ied)"),
    (r"arriv(?:e|es|ed)", r"le(?:ave|aves|ft)|depart(?:s|ed)?"),
    (r"full", r"empty"),
    (r"guilty", r"innocent"),
    (r"legal|lawful", r"illegal|unlawful"),
    (r"north(?:ern)?", r"south(?:ern)?"),
    (r"east(?:ern)?", r"west(?:ern)?"),
    (r"earlier|earliest", r"later|latest"),
    (r"mornings?|dawn", r"noon|midday|lunchtime", r"afternoons?", r"evenings?", r"nights?|midnight"),
    (r"spring", r"summer", r"autumn", r"winter"),
    (r"profits?", r"loss(?:es)?|lost"),
    (r"includ(?:e|es|ed)|cover(?:s|ed)", r"exclud(?:e|es|ed)|exempt(?:s|ed)?"),
    (r"faster|fastest", r"slower|slowest"),
    (r"stronger|strongest|strengthen\w*", r"weaker|weakest|weaken\w*"),
    (r"acquitted|acquittal", r"convicted|conviction"),
    (r"optimistic|hopeful", r"pessimistic|sceptical|skeptical"),
    (r"cheaper|cheapest", r"costlier|dearer|dearest"),
    (r"support(?:s|ed)?|back(?:s|ed)|favou?r(?:s|ed)?", r"oppos(?:e|es|ed)"),
)

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
    decimal=".",
    approximate=fold_case("about around roughly approximately nearly almost over more than less least most under up"),
    selecting=fold_case("which what the these those name list of are"),
    centuries=fold_case("century centuries"),
    not_names=_NOT_NAMES,
    roles=_ROLES,
    occupations=OCCUPATIONS,
    occupation_endings=r"...(?:er|or|ist|ian|man|woman)$",
    wide_occupations=r"(?:worker|researcher|performer|craftsman|tradesman|officer|helper|volunteer)$",
    kin=KIN,
    places=ENGLISH_PLACES,
    same_names=SAME_NAMES,
    countries=COUNTRIES,
    before_names=fold_case("in from to at near of against for"),
    street_endings=r"^(?:street|road|lane|avenue|square|bridge)$",
    definite=fold_case("the"),
    genitives=fold_case("of"),
    possessives=fold_case("his her their"),
    before_roles=fold_case("the a an his her their its is are was were did does do by from with of for about"),
    determiners=fold_case("the a an his her their its"),
    asking_for_doer=fold_case("who which"),
    verbs_without_roles=_VERBS_WITHOUT_ROLES,
    auxiliaries=fold_case("did does do has have had will would can could should must"),
    negations=_NEGATIONS,
    already=fold_case("already"),
    restricting=fold_case("only just few little hardly"),
    denials=_DENIALS,
    opposites=_OPPOSITES,
    opposite_prepositions=(("for", "against"), ("before", "after"), ("with", "without")),
    presupposing=fold_case("why"),
    opposite_prefixes=(
        *((prefix, "") for prefix in ("un", "in", "im", "dis", "non")),
        *(("over", "under"), ("up", "down"), ("pre", "post"), ("north", "south"), ("east", "west"), ("in", "out")),
    ),
)
