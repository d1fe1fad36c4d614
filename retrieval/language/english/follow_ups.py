"""How English speakers ask on about a quote, and how English text gives a reason."""

from __future__ import annotations

from retrieval.language.rules import FollowUpPatterns, phrases

_SOURCE = phrases("""
    who says that, who says this, who says so, who says it, who said that, who said this, who said so, who said it
    who claims that, who claims this, who claimed that, who claims so, who writes that, who reports that
    who reported that, who thinks that, who told them that, says who, said who, according to whom, according to who
    by whom, from whom, whose words are these, whose words are those, whose opinion is that, whose claim is that
    where does that come from, where does this come from, where does it come from, where is that from
    where is this from, where did that come from, where did you get that, where does it say that, where does it say so
    where is that written, how do they know that, how do we know that, how do you know that, how do you know
    what is the source, what s the source, which source, who is the source, who s the source, source, sources
    source please, citation, citation needed, reference, proof, are you sure
""")
_MORE = phrases("""
    what else, what more, anything else, anything more, something else, more, more please, some more, even more
    one more, another one, another, another quote, another passage, more info, more information, more details
    more about that, more about this, more on that, more on this, tell me more, show me more, say more, show more
    is there more, is there anything else, is there anything more, is there something else, what else is there
    what else does it say, what else does the article say, does it say more, go on, continue, keep going
    next, next one, the next one, next quote, next passage, further details, further information
""")
_ONWARD = phrases("""
    and then, then what, what then, and after that, what next, what happened next, what happened then
    what happened after that, what came next, what followed, how does it go on, how did it go on, how did it end
    and now, what now, how does it continue
""")

# Not here: "therefore", "so" and the like, by which a sentence says that the reason stands before it.
_BECAUSE = r"""
    \b(?: because | due\ to | owing\ to | as\ a\ result\ of | in\ order\ to | so\ that | so\ as\ to | on\ account\ of
        | reasons? | caused\ by | thanks\ to | in\ (?:an\ effort|a\ bid|the\ hope) | hop(?:es|ed|ing)\ to | purpose
        | in\ response\ to | for\ fear
        | aim(?:s|ed)?\ (?:is|was|to|at) | (?:is|was|were|are)\ (?:meant|intended|designed|supposed)\ to )\b
    | (?:^|,\ )since\ (?!\d|then\b|\w+\ \d) | (?:^|,\ )as\ (?:he|she|it|they|the)\b | ,\ for\ (?:he|she|it|they)\b
    | ^(?:this|that|it|he|she|they|with\ this|by\ this)\ (?:\w+\ ){0,4}?(?:wanted|wants|sought|seeks)\ to\b
"""
_THEREFORE = r"""
    \b(?:therefore|thus|hence|consequently|for\ (?:this|that)\ reason|as\ a\ result(?!\ of)|that\ is\ why)\b
"""

_TIMES = r"""
    \b(?:\w+\ ){1,3}(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centur(?:y|ies))\ ago\b
    | \b(?:today|yesterday|tomorrow|tonight|lately|recently)\b
    | \b(?:last|next|this)\ (?:year|month|week|day|summer|winter|spring|autumn|fall|night|weekend)\b
    | \b\d{1,2}([.:]\d\d)?\ ?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)
    | \bcentur(?:y|ies)\b | \b(?:middle\ ages|antiquity|world\ war)\b | \b(?:as\ soon\ as|once)\b | \bat\ night\b
    | \b(?:in|last|next|this)\ (?:spring|summer|autumn|winter)\b | \b(?:christmas|easter|new\ year)\b
    | \b(?:early|late|mid-?)\ ?\d{2,4}
"""

ENGLISH_FOLLOW_UPS = FollowUpPatterns(_SOURCE, _MORE, _ONWARD, _BECAUSE, _THEREFORE, _TIMES)
