"""What the rules that make near-misses know of German and English words."""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval.language.rules import words

# Words of which one means the contrary of the other, in the forms in which they replace each other.
_PAIRS = """
    gestiegen/gesunken steigen/sinken stieg/sank steigt/sinkt erhöht/gesenkt erhöhen/senken mehr/weniger erste/letzte
    ersten/letzten erster/letzter größte/kleinste größten/kleinsten höchste/niedrigste höchsten/niedrigsten
    meisten/wenigsten gewonnen/verloren gewann/verlor gewinnt/verliert eröffnet/geschlossen öffnet/schließt vor/nach
    dafür/dagegen für/gegen länger/kürzer teurer/billiger älter/jünger jüngste/älteste jüngsten/ältesten
    schneller/langsamer stärker/schwächer besser/schlechter begonnen/beendet beginnt/endet angenommen/abgelehnt
    zugestimmt/widersprochen gelobt/kritisiert lobt/kritisiert früher/später vorher/nachher kaufen/verkaufen
    gekauft/verkauft erlaubt/verboten oben/unten nördlich/südlich östlich/westlich zunahme/abnahme
    zugenommen/abgenommen anfang/ende erfolgreich/gescheitert bestätigt/bestritten innerhalb/außerhalb gut/schlecht
    rose/fell rise/fall increase/decrease increased/decreased more/less first/last largest/smallest highest/lowest
    biggest/smallest most/least won/lost win/lose opened/closed before/after for/against longer/shorter older/younger
    oldest/youngest faster/slower stronger/weaker better/worse began/ended begin/end start/stop accepted/rejected
    approved/rejected praised/criticised earlier/later buy/sell bought/sold allowed/banned north/south east/west
    northern/southern eastern/western above/below early/late gained/lost support/oppose supported/opposed
    inside/outside maximum/minimum upper/lower import/export good/bad easy/difficult
"""
OPPOSITES = {one: other for pair in _PAIRS.split() for one, other in (pair.split("/"), pair.split("/")[::-1])}

# Capitalised at the start of a sentence, and part of no name.
NO_NAMES = words("""
    der die das den dem des ein eine einen einem einer ihr ihre ihren sein seine seinen unser unsere im am in an auf bei
    beim mit nach vor für zu zum zur von vom aus über unter um seit bis durch gegen ohne wegen als wenn wie wer was wann
    wo warum auch nur noch so dass ob und oder aber doch er sie es wir ich ihm kein keine jede jeder jedes diese dieser
    dieses viele alle beide einige mehr laut the a an on at of to for from with by as when while if after before he she
    it we they his her its their our this that these those some all both no each every and but or what who why where how
""")

_CAUSES = re.compile(
    r"\b(?:weil|denn|wegen|aufgrund|deshalb|daher|darum|deswegen|damit|um|grund|gründe\w*|ursache\w*|nachdem|durch|dank|"
    r"because|since|due|as|so|therefore|reason\w*|cause\w*|after|to|owing|for|by)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\d|\b(?:jahr\w*|monat\w*|woche\w*|uhr|\w*tags?|\w*tagen?|heute|gestern|morgen|nacht|abend\w*|mittag\w*|früh\w*|"
    r"januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|seit|sommer|winter|herbst|"
    r"frühling|jahrhundert\w*|stunde\w*|minute\w*|nach|vor|als|während|zuvor|year\w*|month\w*|week\w*|\w*days?|today|"
    r"yesterday|night|evening|morning|noon|january|february|march|may|june|july|october|december|summer|"
    r"spring|autumn|century|centuries|hour\w*|minute\w*|after|before|when|while|during|since)\b",
    re.IGNORECASE,
)


class QuestionWords(NamedTuple):
    """Question words, others that may stand for them, with the rest of the question as it is, and what these ask for.

    A text in which `telling` finds nothing does not tell what the others ask for.
    """

    asked: tuple[str, ...]
    instead: tuple[str, ...]
    telling: re.Pattern[str]
    kind: str


QUESTION_WORDS = (
    QuestionWords(("wann", "wo", "wie lange", "seit wann"), ("warum", "weshalb"), _CAUSES, "reason"),
    QuestionWords(("warum", "wieso", "weshalb", "wo", "womit", "wie"), ("wann", "seit wann"), _TIMES, "time"),
    QuestionWords(("when", "where", "how long"), ("why", "for what reason"), _CAUSES, "reason"),
    QuestionWords(("why", "where", "how"), ("when", "in what year"), _TIMES, "time"),
)

# Behind a question word: it does not stand alone there.
COMPOUND = re.compile(
    r"(?:many|much|long|old|viele?n?\b|lange|alt|oft|hoch|heißt|heissen|heißen|far|often)", re.IGNORECASE
)

# A question or clause with an auxiliary, before whose last verb "nicht" can stand.
NEGATED = re.compile(
    r"\b(?:hat|haben|hatte|hatten|wurde|wurden|wird|werden|ist|sind|war|waren|will|wollen|wollte|kann|können|darf|"
    r"dürfen|soll|sollen|muss|müssen)\b[^,.!?]* (?P<verb>[a-zäöü]{4,}(?:t|en))\s*\??$"
)
NEGATIONS = re.compile(r"\b(?:nicht|kein\w*|nie|niemand|nichts|ohne|weder|not|no|never|without)\b|n't\b", re.IGNORECASE)
