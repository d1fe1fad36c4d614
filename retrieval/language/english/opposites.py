"""English words that exclude each other."""

from __future__ import annotations

OPPOSITES = (
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
        # "Less about the rain than about the money" is no smaller number.
        r"less(?! (?:about|because|by|for|from|in|on|to|with)\b.* than\b)|least|fewer|fewest|smaller|smallest|lower"
        r"|lowest",
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

OPPOSITE_PREFIXES = (
    *((prefix, "") for prefix in ("un", "in", "im", "dis", "non")),
    *(("over", "under"), ("up", "down"), ("pre", "post"), ("north", "south"), ("east", "west"), ("in", "out")),
)

OPPOSITE_PREPOSITIONS = (("for", "against"), ("before", "after"), ("with", "without"))
