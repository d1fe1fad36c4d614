"""Near-misses made by a machine, out of questions that an article answers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from retrieval.evaluation.reader.cases import ReaderCase

_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")
_NAME = re.compile(r"(?<=\w )[A-ZÄÖÜ][\w'-]+(?: [A-ZÄÖÜ][\w'-]+)*")
_CAPITALISED = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß'-]+(?: [A-ZÄÖÜ][a-zäöüß'-]+)+\b")

# What asks for something else, put in the place of what is asked: in German and English the rest of the question stays
# as it is. With it what would tell it: a window that has such words may answer, so nothing is made of it.
_CAUSES = re.compile(
    r"\b(?:weil|denn|wegen|aufgrund|deshalb|daher|darum|deswegen|damit|um|grund|gründe\w*|ursache\w*|nachdem|durch|dank|"
    r"because|since|due|as|so|therefore|reason\w*|cause\w*|after|to|owing|for|by)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\d|\b(?:jahr\w*|monat\w*|woche\w*|tag\w*|uhr|\w*tags?|heute|gestern|morgen|nacht|abend\w*|mittag\w*|früh\w*|"
    r"januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|seit|sommer|winter|herbst|"
    r"frühling|jahrhundert\w*|stunde\w*|minute\w*|nach|vor|als|während|zuvor|year\w*|month\w*|week\w*|\w*days?|today|"
    r"yesterday|night|evening|morning|noon|january|february|march|may|june|july|october|december|summer|"
    r"spring|autumn|century|centuries|hour\w*|minute\w*|after|before|when|while|during|since)\b",
    re.IGNORECASE,
)
_ASKED = (
    # (asks for, asks for instead, what the window must not have, kind)
    (("wann", "wo", "wie lange", "seit wann"), ("warum", "weshalb", "aus welchem grund"), _CAUSES, "reason"),
    (("warum", "wieso", "weshalb", "wo", "womit", "wie"), ("wann", "seit wann", "um wie viel uhr"), _TIMES, "time"),
    (("when", "where", "how long"), ("why", "for what reason"), _CAUSES, "reason"),
    (("why", "where", "how"), ("when", "in what year"), _TIMES, "time"),
)
_NOT_FOLLOWED = re.compile(r"(?:many|much|long|old|viele?n?\b|lange|alt|oft|hoch|heißt|heissen|heißen|far|often)", re.IGNORECASE)

_OPPOSITES = {
    one: other
    for pair in """
        gestiegen/gesunken steigen/sinken stieg/sank steigt/sinkt erhöht/gesenkt erhöhen/senken mehr/weniger erste/letzte
        ersten/letzten erster/letzter größte/kleinste größten/kleinsten höchste/niedrigste höchsten/niedrigsten
        meisten/wenigsten gewonnen/verloren gewann/verlor gewinnt/verliert eröffnet/geschlossen öffnet/schließt
        vor/nach dafür/dagegen für/gegen länger/kürzer teurer/billiger älter/jünger jüngste/älteste jüngsten/ältesten
        schneller/langsamer stärker/schwächer besser/schlechter begonnen/beendet beginnt/endet angenommen/abgelehnt
        zugestimmt/widersprochen gelobt/kritisiert lobt/kritisiert früher/später vorher/nachher kaufen/verkaufen gekauft/verkauft
        erlaubt/verboten oben/unten nördlich/südlich östlich/westlich zunahme/abnahme zugenommen/abgenommen anfang/ende
        erfolgreich/gescheitert bestätigt/bestritten bestreitet/bestätigt innerhalb/außerhalb gut/schlecht
        rose/fell rise/fall increase/decrease increased/decreased more/less more/fewer first/last largest/smallest
        highest/lowest biggest/smallest most/least won/lost win/lose opened/closed before/after for/against longer/shorter
        older/younger oldest/youngest faster/slower stronger/weaker better/worse began/ended begin/end start/stop
        accepted/rejected approved/rejected praised/criticised earlier/later buy/sell bought/sold allowed/banned
        north/south east/west northern/southern eastern/western above/below early/late gained/lost support/oppose
        supported/opposed inside/outside maximum/minimum upper/lower import/export good/bad easy/difficult
    """.split()
    for one, other in (pair.split("/"), pair.split("/")[::-1])
}
_WORD = re.compile(r"\w+")

# What starts a sentence before a capitalised word.
_NO_NAMES = frozenset(
    """der die das den dem des ein eine einen einem einer ihr ihre ihren sein seine seinen unser unsere im am in an auf
    bei beim mit nach vor für zu zum zur von vom aus über unter um seit bis durch gegen ohne wegen als wenn wie wer was
    wann wo warum auch nur noch so dass ob und oder aber doch er sie es wir ich ihm kein keine jede jeder jedes diese
    dieser dieses viele alle beide einige mehr laut the a an in on at of to for from with by as when while if after
    before he she it we they his her its their our this that these those some all both no each every and but or what
    who why where how""".split()
)


class Augmentation:
    """Makes near-misses. `names` are those of all articles; `share` is how often one of each kind is made."""

    def __init__(self, names: Sequence[str], share: float = 0.5) -> None:
        self._names, self._share = names, share

    def near_misses(self, case: ReaderCase, window: str, chance: random.Random) -> Iterator[tuple[str, str]]:
        """Questions that the window, which answers the case's, does not answer, each with its kind."""
        if case.foreign:
            return
        question = case.question.text
        made = (
            (_other_number(question, window, chance), "number"),
            (self._other_name(question, window, case, chance), "name"),
            (_swapped_names(question, names_in(case.asked_of.article.text)), "role"),
            (_opposite(question), "opposite"),
            _asked_otherwise(question, window, chance),
        )
        for text, kind in made:
            if text and text != question and chance.random() < self._share:
                yield text, kind

    def _other_name(self, question: str, window: str, case: ReaderCase, chance: random.Random) -> str:
        """With another name in the place of one: of the article, or of another one."""
        own = names_in(case.asked_of.article.text)
        found = [match for match in _NAME.finditer(question) if any(match[0] in (name, *name.split()[1:]) for name in own) and match[0] in window]
        if not found:
            return ""
        match = chance.choice(found)
        others = [name for name in (own if chance.random() < 0.4 else self._names) if match[0] not in name]
        if not others:
            return ""
        name = chance.choice(others)
        if " " not in match[0]:
            name = name.split()[-1]
        return question[: match.start()] + name + question[match.end() :]


def names_in(text: str) -> list[str]:
    """What may be names: capitalised words that stand in a row, each once."""
    return [name for name in dict.fromkeys(_CAPITALISED.findall(text)) if name.split()[0].lower() not in _NO_NAMES]


def _other_number(question: str, window: str, chance: random.Random) -> str:
    found = list(_NUMBER.finditer(question))
    if not found:
        return ""
    match = chance.choice(found)
    others = [number for number in _NUMBER.findall(window) if number != match[0] and len(number) == len(match[0])]
    last = int(match[0][-1])
    other = (
        chance.choice(others)
        if others and chance.random() < 0.5
        else match[0][:-1] + str((last + chance.randint(1, 8)) % 10)
    )
    return question[: match.start()] + other + question[match.end() :]


def _swapped_names(question: str, names: Sequence[str]) -> str:
    """With the first two names in each other's place."""
    parts = {part for name in names for part in (name, *name.split()[1:])}
    both = [match for match in _NAME.finditer(question) if match[0] in parts][:2]
    if len(both) < 2 or " and " in question or " und " in question:
        return ""
    one, other = both
    return (
        question[: one.start()] + other[0] + question[one.end() : other.start()] + one[0] + question[other.end() :]
    )


def _opposite(question: str) -> str:
    for match in _WORD.finditer(question):
        if match.start() and (other := _OPPOSITES.get(match[0].lower())):
            return question[: match.start()] + (other.capitalize() if match[0][0].isupper() else other) + question[match.end() :]
    return ""


def _asked_otherwise(question: str, window: str, chance: random.Random) -> tuple[str, str]:
    lowered = question.lower()
    fitting = [
        (asked, instead, kind)
        for asks, others, telling, kind in _ASKED
        for asked in asks
        if lowered.startswith(asked + " ")
        and not _NOT_FOLLOWED.match(question[len(asked) + 1 :])
        and not telling.search(window)
        for instead in others
    ]
    if not fitting:
        return "", ""
    asked, instead, kind = chance.choice(fitting)
    return (instead.capitalize() if question[0].isupper() else instead) + question[len(asked) :], kind
