"""What English speakers write around a quotation that somebody doubts."""

from __future__ import annotations

from retrieval.language.checking_words import CheckingWords
from retrieval.language.rules import fold_case, phrases

_SAID = fold_case("told claimed quoted wrote")
_PUBLICATIONS = fold_case("paper newspaper article report")

_ASKING = phrases("""
    if that is true, if this is true, whether that is true, whether this is true
    is that true, is this true, is it true, is that right, is this right, is that correct, is this correct, is that so
    is it right, is it correct, is that real, is this real, is it real, is that accurate, is this accurate
    is that legit, is this legit
    is that certain, is that confirmed, is that proven, is that fake, is this fake, is it fake, is that a real quote
    is this a real quote, is that a quote, is the quote right, is the quote real, is this quote right
    is this quote real, is that quote real, is that quote right, is the quote correct, is that what he said
    is that what she said, is that what they said, is this what he said, is this what she said, is that what * said
    is this what * said, is that how he said it, is that how she said it, is that what it says
    is that what the article says, is that in the article, is this in the article, is that in there, did he say that
    did she say that, did they say that, did he say this, did she say this, did he say so, did she say so
    did they say this, did * say that, did * say this, did he write that, did she write that, did he claim that
    did she claim that, has he said that, has she said that, was that said, was this said, does it say that
    does it say so, does the article say that, does it say this, does the article say this, quoted correctly
    quoted right, am i quoting right, true or false, real or fake, fake, fake news, fact check, factcheck, check this
    check that, check it, can you check, could you check, please check, verify this, verify that, can you verify, true
    really, seriously, for real, can that be true, could that be true, can that be right, is what * says true
    is what * said true, is * right about that, do you believe that, is there any truth to that
    is there any truth in that
""")
_TAGS = phrases("""
    right, true, correct, isn t it, is it, yes, no, or not, or what, innit
    did * say, did * write, did * claim, has * said
""")

_AROUND = fold_case("""
    really actually truly even just so please hey hi hello bot guys folks um well and but or wow hm quote quotation
    claim statement sentence post message word words exactly literally verbatim the this that it now there here you
    your for me in article text report paper indeed ever like one real anyone anybody know knows does whether if
    wait huh lol i
""")

ENGLISH_CHECKING = CheckingWords(
    said=_SAID,
    publications=_PUBLICATIONS,
    topical=fold_case("about on to against"),
    topical_openers=fold_case("on to"),
    asking=_ASKING,
    tags=_TAGS,
    around=_AROUND,
    commands=fold_case("check verify factcheck"),
    subordinating=fold_case("that if whether"),
)
