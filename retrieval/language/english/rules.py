"""English."""

from __future__ import annotations

from retrieval.language.english.checking import ENGLISH_CHECKING
from retrieval.language.english.common_words import LIGHT_WORDS
from retrieval.language.english.follow_ups import ENGLISH_FOLLOW_UPS
from retrieval.language.english.premises import ENGLISH_PREMISES
from retrieval.language.english.topics import ENGLISH_TOPICS
from retrieval.language.rules import AnswerTypePatterns, LanguageRules, fold_case, phrases

_ARTICLES_AND_PRONOUNS = fold_case("""
    a an the i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves this that these those
    each every either neither some any no none all both few many much more most other another such same
    someone anyone everyone somebody anybody everybody nobody something anything everything nothing
""")
_PREPOSITIONS = fold_case("""
    about above across after against along among around at before behind below beneath beside between beyond by
    down during for from in inside into like near of off on onto out outside over past per since than through
    throughout till to toward towards under until up upon via with within without
""")
_CONJUNCTIONS = fold_case("and as because but if nor or so though although unless whereas while whether yet")
_ADVERBS = fold_case("""
    again also almost already always ever even further here however instead just later maybe never not now often once
    only own perhaps pm quite rather still then there therefore thus too very well
""")
_AUXILIARIES = fold_case("""
    am is are was were be been being have has had having do does did doing done can could may might must shall should
    will would ought t s d ll ve re m don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn
""")
_QUESTION_WORDS = fold_case("what who whom whose which when where why how")

_SMALL_TALK = fold_case("""
    hello hi hey hiya good morning evening afternoon night day dear thanks thank you thx please bye goodbye cheers
    ok okay yes no yeah yep nope cool great nice super wow lol haha hm hmm uh um oh ah sorry
    bot hey tell me us know anyone anybody does say so actually well guys folks all question ask can you are who there
""")

# Not here: abbreviations that are also words which end sentences ("no", "art", "may", "co").
_ABBREVIATIONS = fold_case("""
    adm amb approx asst atty brig ca capt cf cmdr col cpl del dr eds figs gen gov hon lt maj messrs mr mrs ms mt nos
    pp prof pt rep rev sen sgt st ste supt viz vs
    c.f e.g i.e
""")
# At the end of a sentence, too: "… of Acme Inc. The board …" ends.
_BEFORE_NAMES = fold_case("""
    ave bldg blvd bros co corp dept det dist est ft inc insp jr ltd ph.d pres prov pvt sec spc sr supt univ vol
""")
_BEFORE_NUMBERS = fold_case("""
    art ch est ext fig no p para pp sec vol
    apr aug dec feb jan nov oct sept
""")
_BEFORE_DATES = fold_case("mon tue tues wed thu thur thurs fri sat sun a.m p.m")

_FILLER = phrases("""
    does anyone know, does anybody know, anyone know, anybody know, do you know, can you tell me, can anyone tell me
    can anybody tell me, could you tell me, can someone tell me, can someone explain, can you explain, could you explain
    tell me, i wonder, i was wondering, just wondering, i would like to know, i want to know, i have a question
    quick question, one more question, a question, hello everyone, hi all, hi everyone, hey guys, hello all
    good morning, good evening, good afternoon, thanks in advance, thank you, any idea, any ideas, no idea
    in the article, according to the article, does the article say, does it say, is it known, in the text
    according to the text, according to the passage, according to the paragraph, according to this article
    in the passage, in the paragraph, in this article, in this text, in this passage, based on the article
    based on the passage, based on the text, as stated in the article, mentioned in the article
    mentioned in the passage
""")
_DATES = phrases("""
    when, what year, which year, what month, which month, what day, which day, what date, what century, which century
    what decade, which decade, what time
""")
_NUMBERS = phrases("""
    how much, how many, how far, how often, how high, how tall, how large, how big, how fast
    how deep, how wide, how heavy, what percent, what percentage, what number, number of, percentage of
""")
_AGES = phrases("how old, what age, which age")
_PRICES = phrases("""
    how expensive, how much money, what price, which price, at what price, what does it cost, what did it cost
""")
_AGE = r"""
    \b\d{1,9}\ years?\ old\b | -year-old | \(\d{1,3}\) | ,\ \d{1,3}, | \b(?:aged?|born|birthday)\b | \bat\ \d{1,3}\b
    | \b\w+\ years\ old\b
"""
_PRICE = r"""
    \b(?:euros?|cents?|millions?|billions?|dollars?|francs?|pounds?|pence|roubles?|yen)\b
    | \b(?:percent|per\ cent|free|nothing)\b | \d\ ?[€$£%] | [€$£]\ ?\d
"""
_DURATIONS = phrases("how long, until when, since when")
_NAMES = phrases("name of the, names of the, what is the name, what was the name, what are the names")
_PERSONS = phrases("who, whom, whose, which person")
_REASONS_ASKED = phrases("why, for what reason, what reason, what was the reason, what is the reason, how come")
_NAME = r"\b(?:called|named?|names|known\ as|termed|dubbed)\b | [“\"(]\w+"
_NUMBER = r"\b(?:\w+fold|thirds?|quarters?|several|few|dozens?|doubled?|tripled?|single|both|no)\b"
_MONTHS = fold_case("""
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday yesterday
""")
_NUMERALS = fold_case("""
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions dozen dozens half third quarter once
    twice none
""")
_LEANING = fold_case("""
    he she it they him them his her its their theirs this that these those there then such thus therefore hence so
    however instead otherwise also moreover furthermore nevertheless nonetheless consequently accordingly both
""")
_CONNECTING = fold_case("""
    there then thus therefore hence so however instead otherwise also moreover furthermore nevertheless nonetheless
    consequently accordingly
""")
_LEANING_PHRASES = phrases("""
    according to the report, for this reason, for that reason, as a result, because of this, to this end, in this case
    in addition, for example, for instance, in contrast, by contrast, on the other hand
""")
_WHY = phrases("""
    why, for what reason, what reason, what was the reason, what is the reason, how come, what for, what purpose
""")
_REASONS = fold_case("""
    because since therefore thus hence so reason reasons cause caused due owing purpose aim order
""")

_SAYING = fold_case("say says said tell told claim claims claimed think thinks according opinion view")
_STATEMENTS = fold_case("say think advise recommend claim suggest answer write argue tell promise demand")
_ABOUT = fold_case("about of on to that in for against at regarding")

# Case folded, "ß" as "ss".
_LONG_FORMS = {
    "mn": "million",
    "bn": "billion",
    "tn": "trillion",
    "pct": "percent",
    "prof": "professor",
    "dr": "doctor",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "jan": "january",
    "feb": "february",
    "apr": "april",
    "aug": "august",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "€": "euro",
    "$": "dollar",
    "£": "pound",
    "%": "percent",
}

ENGLISH = LanguageRules(
    code="en",
    stemmer="english",
    stop_words=_ARTICLES_AND_PRONOUNS | _PREPOSITIONS | _CONJUNCTIONS | _ADVERBS | _AUXILIARIES | _QUESTION_WORDS,
    question_words=_QUESTION_WORDS,
    small_talk=_SMALL_TALK,
    filler=_FILLER,
    light_words=LIGHT_WORDS,
    abbreviations=_ABBREVIATIONS,
    abbreviations_before_names=_BEFORE_NAMES,
    abbreviations_before_numbers=_BEFORE_NUMBERS,
    abbreviations_before_dates=_BEFORE_DATES,
    long_forms=_LONG_FORMS,
    prefixes=fold_case("be com con de dis ex im in mis per pre pro re sub trans un"),
    saying=_SAYING,
    statements=_STATEMENTS,
    statement_at_end=True,
    about=_ABOUT,
    leaning=_LEANING,
    connecting=_CONNECTING,
    leaning_phrases=_LEANING_PHRASES,
    why=_WHY,
    reasons=_REASONS,
    joining=fold_case("and or"),
    follow_ups=ENGLISH_FOLLOW_UPS,
    topics=ENGLISH_TOPICS,
    premises=ENGLISH_PREMISES,
    checking=ENGLISH_CHECKING,
    answer_types=AnswerTypePatterns(
        _DURATIONS,
        _DATES,
        _NUMBERS,
        _NAMES,
        _MONTHS,
        _NUMERALS,
        _AGES,
        _PRICES,
        _PERSONS,
        _REASONS_ASKED,
        _AGE,
        _PRICE,
        _NAME,
        _NUMBER,
        fold_case("since in from by until till year years of to early late mid summer winter spring autumn"),
    ),
)
