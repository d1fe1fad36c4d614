"""English."""

from __future__ import annotations

from retrieval.language.rules import LanguageRules, words

_ARTICLES_AND_PRONOUNS = words("""
    a an the i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves this that these those
    each every either neither some any no none all both few many much more most other another such same
    someone anyone everyone somebody anybody everybody nobody something anything everything nothing
""")
_PREPOSITIONS = words("""
    about above across after against along among around at before behind below beneath beside between beyond by
    down during for from in inside into like near of off on onto out outside over past per since than through
    throughout till to toward towards under until up upon via with within without
""")
_CONJUNCTIONS = words("and as because but if nor or so though although unless whereas while whether yet")
_ADVERBS = words("""
    again also almost already always ever even further here however instead just later maybe never not now often once
    only own perhaps quite rather still then there therefore thus too very well
""")
_AUXILIARIES = words("""
    am is are was were be been being have has had having do does did doing done can could may might must shall should
    will would ought t s d ll ve re m don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn
""")
_QUESTION_WORDS = words("what who whom whose which when where why how")

_SMALL_TALK = words("""
    hello hi hey hiya good morning evening afternoon night day dear thanks thank you thx please bye goodbye cheers
    ok okay yes no yeah yep nope cool great nice super wow lol haha hm hmm uh um oh ah sorry
    bot hey tell me us know anyone anybody does say so actually well guys folks all question ask can you are who there
""")

# Not here: abbreviations that are also words which end sentences ("no", "art", "may", "co").
_ABBREVIATIONS = words("""
    adm approx apr asst aug ave bldg blvd brig ca capt cf cmdr col corp cpl dec dept dist dr eds est etc feb fig figs
    gen gov hon inc jan jr lt ltd maj messrs mr mrs ms mt nos nov oct pp prof pt rep rev sen sept sgt sr st ste supt
    univ viz vol vs
    c.f e.g i.e ph.d u.k u.n u.s
""")

ENGLISH = LanguageRules(
    code="en",
    stop_words=_ARTICLES_AND_PRONOUNS | _PREPOSITIONS | _CONJUNCTIONS | _ADVERBS | _AUXILIARIES | _QUESTION_WORDS,
    small_talk=_SMALL_TALK,
    abbreviations=_ABBREVIATIONS,
)
